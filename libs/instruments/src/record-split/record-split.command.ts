import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { dateSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const recordSplitBody = z.strictObject({
  exDate: dateSchema.describe('The first session at the new number of shares'),
  from: z.number().positive().describe('Shares before (1 in a 20-for-1 split)'),
  to: z.number().positive().describe('Shares after (20 in a 20-for-1 split)'),
  announcedOn: dateSchema.optional().describe('When it became public, in the zone of the exchange'),
});
export type RecordSplitBody = z.infer<typeof recordSplitBody>;

/** Record a split of an instrument's shares. Natural key: the instrument and exDate. */
export class RecordSplit extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: RecordSplitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
