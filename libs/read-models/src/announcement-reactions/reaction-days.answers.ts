import { singleResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { reactionSchema } from './announcement-reactions.answers';

const fraction = z.number().nullable();
const money = z.number().nullable().describe('Of the company, in units of the currency.');
const session = z.iso.date();
const cumulated = 'From the close before the day `from` on; null from the first day on that lacks its return.';

const daySchema = z.object({
  day: z.int().describe('Relative to day 0.'),
  session,
  close: z.number().nullable().describe('As traded; null: no bar (yet).'),
  return: fraction,
  totalReturn: fraction,
  benchmarkReturn: fraction.describe('Total return.'),
  abnormalReturn: fraction,
  standardError: fraction.describe('Of the abnormal return, with the forecast-error factor.'),
  cumulativeReturn: fraction.describe(cumulated),
  cumulativeTotalReturn: fraction.describe(cumulated),
  cumulativeBenchmarkReturn: fraction.describe(`Compounded. ${cumulated}`),
  cumulativeAbnormalReturn: fraction.describe(`Sum of the daily ones. ${cumulated}`),
  cumulativeStandardError: fraction.describe("With the window's forecast-error factor."),
  marketCap: money,
  shares: z.number().nullable().describe("Of the instrument's own class, in units of trading."),
  sinceBase: z
    .object({ return: z.number(), marketCapChange: money, priceEffect: money, shareCountEffect: money })
    .nullable()
    .describe('From the base close to this one; null before day 0, and over a missing bar.'),
  run: z
    .object({
      direction: z.enum(['falling', 'rising']),
      start: session,
      end: session,
      length: z.int(),
      lengthAtBase: z.int().describe('Sessions of it up to the base session.'),
      place: z.int().describe('Which session of the run this is, from 1 on.'),
    })
    .nullable()
    .describe('The run that the close belongs to; null: unchanged, or no bar.'),
});

const { of, announcementId, instrument, instrumentId, timeZone, baseSession, day0, benchmark, model, notes } =
  reactionSchema.shape;

/** One reaction day by day. */
export const reactionDaysSchema = z.object({
  ...{ of, announcementId, instrument, instrumentId, timeZone, baseSession, day0, benchmark, model, notes },
  currency: z.string(),
  from: z.int().describe('As asked for: cumulative figures begin with this day.'),
  to: z.int(),
  days: z.array(daySchema).readonly().describe('As far as the calendar of the exchange reaches.'),
});
export type ReactionDaysAnswer = z.infer<typeof reactionDaysSchema>;

export class ReactionDaysResponse extends createZodDto(singleResponse(reactionDaysSchema)) {}
