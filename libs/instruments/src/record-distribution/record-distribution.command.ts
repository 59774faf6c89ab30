import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { dateSchema, distributionKinds } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

export const recordDistributionBody = z.strictObject({
  exDate: dateSchema.describe('The first session without it'),
  kind: z.enum(distributionKinds),
  value: z.number().positive().describe('Worth of it per share as traded on exDate, in the currency of the instrument'),
  received: z
    .strictObject({
      instrument: z
        .string()
        .min(1)
        .describe('The id or MIC:SYMBOL of the instrument that was handed out, where it is listed here'),
      perShare: z.number().positive().describe('How many of it a share gave'),
    })
    .optional(),
  announcedOn: dateSchema
    .optional()
    .describe('When it became public, in the zone of the exchange; absent: just before the open of exDate'),
});
export type RecordDistributionBody = z.infer<typeof recordDistributionBody>;

/** Record what a share gave its holder beside ordinary dividends. Natural key: the instrument, exDate and kind. */
export class RecordDistribution extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly ref: string,
    readonly body: RecordDistributionBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
