import { listResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const fraction = z.number().nullable();
const money = z
  .number()
  .nullable()
  .describe('Of the company, in units of the currency; null where a share count is missing or stale.');
const session = z.iso.date();

const windowSchema = z.object({
  from: z.int().describe('Days relative to day 0, both inclusive.'),
  to: z.int(),
  return: fraction,
  totalReturn: fraction,
  abnormalReturn: fraction.describe('Sum of the daily ones.'),
  tStatistic: fraction.describe("With the window's forecast-error factor."),
  marketCapChange: money,
  complete: z.boolean(),
  through: session.nullable().describe('The last session of it that the bars reach.'),
});

const runSchema = z.object({
  direction: z.enum(['falling', 'rising']),
  start: session,
  end: session,
  length: z.int(),
  lengthAtBase: z.int(),
  lengthFromDay0: z.int(),
  inForce: z.boolean(),
  return: z.number(),
  returnFromDay0: z.number(),
  marketCapChange: money,
  priceEffect: money,
  shareCountEffect: money,
  marketCapChangeFromDay0: money,
});

const modelSchema = z.object({
  alpha: z.number(),
  beta: z.number(),
  residualSd: z.number(),
  estimationDays: z.int(),
  from: session,
  to: session,
});

/** The trace of one announcement or amendment in one instrument's tape. */
export const reactionSchema = z.object({
  of: z.string().describe('The id of the announcement or of the amendment.'),
  announcementId: z.string(),
  instrument: z.string().describe('MIC:SYMBOL in force on day 0.'),
  instrumentId: z.string(),
  timeZone: z.string().nullable().describe('IANA zone of that exchange.'),
  timing: z.enum(['preMarket', 'intraday', 'afterClose', 'nonTradingDay', 'unknown']),
  assumed: z.boolean().describe('The announcement has no time of day: day 0 is the first of `candidates`.'),
  candidates: z.array(session).readonly(),
  benchmark: z.string().nullable().describe('MIC:SYMBOL of the market benchmark in force on day 0.'),
  baseSession: session.nullable(),
  day0: session.nullable(),
  complete: z.boolean(),
  return: fraction,
  totalReturn: fraction,
  benchmarkReturn: fraction,
  abnormalReturn: fraction,
  tStatistic: fraction,
  marketCapChange: money,
  gapReturn: fraction,
  openToClose: fraction,
  volumeRatio: fraction,
  windows: z.array(windowSchema).readonly(),
  relation: z.enum(['extended', 'ended', 'began', 'none']).nullable(),
  streak: runSchema.nullable(),
  begun: runSchema.nullable(),
  resumedOn: session.nullable(),
  resumptionReturn: fraction,
  model: modelSchema.nullable().describe('The market model behind the abnormal figures.'),
  notes: z.array(z.looseObject({ code: z.string() })).readonly(),
});
export type ReactionAnswer = z.infer<typeof reactionSchema>;

export class ReactionsResponse extends createZodDto(listResponse(reactionSchema)) {}
