import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { dateSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const recordDividendBody = z.strictObject({
  exDate: dateSchema.describe('The first session without the dividend'),
  amount: z.number().positive().describe("Cash per share as traded on exDate, in the instrument's currency"),
});
export type RecordDividendBody = z.infer<typeof recordDividendBody>;

/** Record a cash dividend. Natural key: the instrument and exDate. */
export class RecordDividend extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: RecordDividendBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
