import { baseDirections, outcomeNames } from '@streakline/streak-statistics';
import { z } from 'zod';

const nullableNumber = z.number().nullable();
const direction = z.enum(baseDirections).describe('Of the run in force at base; none after an unchanged close.');

const comparisonSchema = z.object({
  outcome: z.enum(outcomeNames),
  direction,
  n: z.int().describe('Matched announcements that have the outcome.'),
  announced: nullableNumber.describe('Their mean; of lengths the mean up to the horizon, by Kaplan and Meier.'),
  base: nullableNumber.describe('The same of the matched sessions: the base rate.'),
  difference: nullableNumber,
  interval: z
    .object({ lower: z.number(), upper: z.number() })
    .nullable()
    .describe('Of the difference, by resampling calendar months.'),
  pValue: nullableNumber.describe('Two-sided, by one common circular shift of the calendar of announcements.'),
  holm: nullableNumber.describe('Adjusted for all comparisons made, by Holm.'),
  benjaminiHochberg: nullableNumber.describe('The same by Benjamini and Hochberg.'),
  reason: z.string().nullable().describe('Why there are no figures.'),
});

const relations = z.object({
  extended: z.number(),
  ended: z.number(),
  began: z.number(),
  none: z.number(),
});

const curveSchema = z.object({
  n: z.number(),
  censored: z.number().describe('Runs that reach the end of the tape: they count as longer than they are by now.'),
  median: nullableNumber,
  steps: z.array(
    z.object({
      length: z.int().describe('Sessions from day 0 on.'),
      atRisk: z.number(),
      ended: z.number(),
      censored: z.number(),
      survival: z.number().describe('The share that is longer, by Kaplan and Meier.'),
      standardError: nullableNumber.describe("By Greenwood's formula."),
      lower: nullableNumber,
      upper: nullableNumber,
    }),
  ),
});

/** For the documentation: what a streak study answers. */
export const streakStudyResultSchema = z.object({
  position: z.int(),
  selected: z.int().describe('Reactions that the selection selected.'),
  leftOut: z.record(z.string(), z.int()).describe('How many of them were left out, by reason.'),
  announcements: z.int().describe('Day 0s that take part.'),
  instruments: z.int(),
  matchedAcrossInstruments: z.int().describe('Held against sessions of all instruments: their own has too few.'),
  unmatched: z.int(),
  baseSessions: z.int().describe("Sessions outside every announcement's window."),
  calendarSessions: z.int(),
  months: z.int(),
  primary: comparisonSchema.describe('The one named in the request; its own p-value needs no adjustment.'),
  comparisons: z.array(comparisonSchema),
  comparisonsMade: z.int().describe('P-values that the adjusted ones are adjusted for.'),
  permutation: z.object({ offsets: z.int(), exhaustive: z.boolean() }),
  bootstrap: z.object({ replicates: z.int(), confidence: z.number() }),
  relations: z.array(
    z.object({
      direction,
      n: z.int(),
      matched: z.int(),
      counts: relations,
      shares: relations.nullable(),
      baseRates: relations.nullable(),
    }),
  ),
  lengthsAtBase: z.array(
    z.object({
      direction,
      lengthAtBase: z.int(),
      n: z.int(),
      moved: z.int().describe('Extended the run; where none was in force, began one.'),
      baseRate: nullableNumber.describe('The share of the matched sessions that did.'),
    }),
  ),
  lengths: z.array(
    z.object({
      direction,
      announced: curveSchema,
      base: z.array(z.object({ length: z.int(), survival: z.number() })),
      announcedMean: nullableNumber.describe('Up to the horizon.'),
      baseMean: nullableNumber,
    }),
  ),
});
