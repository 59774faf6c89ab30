import type { BacktestSettingsInput } from '@streakline/backtest';
import { instrumentRefSchema } from '@streakline/studies';
import { z } from 'zod';

const fraction = z.number().min(-1).max(1);
const rate = z.number().min(0).max(1);

const costsSchema = z
  .strictObject({
    commissionRate: rate.optional().describe('Of the value traded; default 0.0005.'),
    commissionMinimum: z.number().min(0).optional().describe('Per order filled, in the currency; default 1.'),
    slippageRate: rate.optional().describe('Of the price, against the order; default 0.0005.'),
    borrowRate: rate.optional().describe('A year, of the value sold short; default 0.03.'),
    cashRate: fraction.optional().describe('A year, earned on cash; default 0.'),
    debitRate: rate.optional().describe('A year, paid on negative cash; default 0.06.'),
  })
  .describe('What trading costs; nothing is free by default.');

/** How a strategy is run; what is left out has its default. */
export const backtestSettingsSchema: z.ZodType<BacktestSettingsInput, BacktestSettingsInput> = z.strictObject({
  from: z.iso.date().describe('First date traded.'),
  to: z.iso.date().describe('The date after the last one traded.'),
  initialCash: z.number().positive().optional().describe('Default 1,000,000.'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .describe('Of the portfolio; instruments in another are not traded. Default: that of most instruments.'),
  universe: z
    .array(instrumentRefSchema)
    .min(1)
    .max(10_000)
    .nullable()
    .optional()
    .describe('MIC:SYMBOL or ids; null or left out: all instruments of the currency.'),
  benchmark: instrumentRefSchema.nullable().optional().describe('Default: the market benchmark of most instruments.'),
  fillAt: z.enum(['open', 'close']).optional().describe('Where an order does not say; default open.'),
  latencyMs: z
    .int()
    .min(0)
    .max(86_400_000)
    .optional()
    .describe('Before an auction, by which an order must have been decided; default 300000.'),
  maxVolumeShare: rate.optional().describe('Of the mean volume of 20 sessions, that an order may take; default 0.05.'),
  fractionalShares: z.boolean().optional().describe('Default false.'),
  leverage: z.number().positive().max(100).optional().describe('Gross exposure, times the equity; default 1.'),
  allowShort: z.boolean().optional().describe('Default true.'),
  delistingReturn: fraction
    .optional()
    .describe('Where performance was the reason and no cash is on record; default -0.3.'),
  costs: costsSchema.optional(),
  seed: z.int().min(0).max(4_294_967_295).optional().describe("Of the context's random numbers; default 1."),
  riskFreeRate: fraction.optional().describe('Annual; default 0.'),
});

/** The body of POST /v1/backtests, apart from its position. */
export const backtestRequestSchema = z.strictObject({
  strategy: z.string().min(1).max(100).describe('Name of one that GET /v1/strategies lists: no code comes over HTTP.'),
  params: z
    .record(z.string(), z.union([z.number(), z.boolean(), z.string().max(1_000)]))
    .default({})
    .describe("Those that differ from the strategy's defaults."),
  settings: backtestSettingsSchema,
});

/** As it is stored: with ids for refs, all parameters, and what the code was when it was asked for. */
export type BacktestRequest = z.infer<typeof backtestRequestSchema> & { readonly codeHash?: string };
