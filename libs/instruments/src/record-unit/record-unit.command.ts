import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { dateSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const recordUnitBody = z.strictObject({
  sharesPerUnit: z
    .number()
    .positive()
    .optional()
    .describe('Ordinary shares that one traded unit stands for (a depositary receipt); 0.5 where two make a share'),
  priceUnit: z
    .strictObject({
      name: z.string().trim().min(1).max(10).describe("What the exchange calls it: GBX for London's pence"),
      perCurrency: z.number().positive().describe("How many make one unit of the instrument's currency: 100"),
    })
    .optional()
    .describe('What prices are given in, if not in the currency itself. It holds for every bar: give it without from'),
  from: dateSchema.optional().describe('sharesPerUnit holds from this date on; always, if absent'),
  corrects: z.literal(true).optional().describe('What stands for this date was wrong, and this takes its place'),
});
export type RecordUnitBody = z.infer<typeof recordUnitBody>;

/** Say what one traded unit of an instrument is, and what its prices are given in. Natural key: the date. */
export class RecordUnit extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: RecordUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
