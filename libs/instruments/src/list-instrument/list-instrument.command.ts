import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { benchmarkRoles, currencySchema, dateSchema, micSchema, symbolSchema } from '@streakline/events';
import type { CommandContext, CommandReceipt, Refusal } from '@streakline/event-store';

const text = z.string().trim().min(1).max(200);

/** A comparison for returns: `ref` is an instrument id or MIC:SYMBOL. */
export const benchmarkBody = z.strictObject({
  ref: z.string().trim().min(1).max(40).describe('Instrument id or MIC:SYMBOL, such as ARCX:SPY'),
  role: z.enum(benchmarkRoles),
  from: dateSchema.optional().describe('In force from this date on; always, if absent'),
});
export type BenchmarkBody = z.infer<typeof benchmarkBody>;

export const listInstrumentBody = z.strictObject({
  symbol: symbolSchema.describe('As the exchange writes it, such as AMZN'),
  mic: micSchema.describe('ISO 10383 market identifier code, such as XNAS'),
  name: text,
  currency: currencySchema.describe('ISO 4217, such as USD'),
  benchmarks: z.array(benchmarkBody).max(50).optional(),
  issuer: text.optional(),
  cik: z
    .string()
    .regex(/^\d{1,10}$/)
    .optional()
    .describe('SEC central index key'),
});
export type ListInstrumentBody = z.infer<typeof listInstrumentBody>;

/** List an instrument, so that facts about it can be recorded. */
export class ListInstrument extends Command<CommandReceipt | Refusal> {
  constructor(
    readonly body: ListInstrumentBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}
