import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { dateSchema, delistingReasons } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const recordDelistingBody = z.strictObject({
  lastSession: dateSchema.describe('The last session on which it traded on an exchange'),
  reason: z.enum(delistingReasons),
  cashPerShare: z
    .number()
    .nonnegative()
    .optional()
    .describe('Paid to holders, in the currency of the instrument; 0: nothing at all. Absent: not known'),
  announcedOn: dateSchema
    .optional()
    .describe('When it became public, in the zone of the exchange; absent: at the close of lastSession'),
});
export type RecordDelistingBody = z.infer<typeof recordDelistingBody>;

/** Record that an instrument left its exchange. Natural key: the instrument and what is said of it; the word known last holds. */
export class RecordDelisting extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: RecordDelistingBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
