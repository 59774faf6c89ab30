import {
  baseDirections,
  comparisons,
  outcomeNames,
  streakStudyDefaults as defaults,
} from '@streakline/streak-statistics';
import { z } from 'zod';
import { asOfField } from '../request/as-of';
import { windowDaysSchema } from '../request/window-days';
import { studySelectionSchema } from '../selection/study-selection';

const known = comparisons.map(({ outcome, direction }) => `${outcome}/${direction}`);

const primarySchema = z
  .strictObject({
    outcome: z.enum(outcomeNames),
    direction: z
      .enum(baseDirections)
      .default('any')
      .describe('Of the run in force at base; none after an unchanged close.'),
  })
  .refine(({ outcome, direction }) => known.includes(`${outcome}/${direction}`), {
    error: `Name one of the comparisons that are made: ${known.join(', ')}.`,
  })
  .describe('The one comparison that the study is about, named before it is computed; all others are secondary.');

const drawsSchema = z
  .int()
  .min(0)
  .max(100_000)
  .refine((draws) => draws === 0 || draws >= 99, 'Draw 99 times at least, or 0 for none.');

/**
 * A streak study on the store. With its position it says everything that the answer depends on.
 *
 * @example
 * streakStudyRequestSchema.parse({ selection: { kinds: ['earnings'] }, primary: { outcome: 'extended' } });
 */
export const streakStudyRequestSchema = z.strictObject({
  selection: studySelectionSchema,
  primary: primarySchema,
  window: windowDaysSchema
    .refine(({ from, to }) => from <= 0 && to >= 0, 'The window must contain day 0.')
    .default(defaults.window)
    .describe('Around every announcement of an instrument: the base rate takes no session of it.'),
  minMatches: z
    .int()
    .min(1)
    .max(10_000)
    .default(defaults.minMatches)
    .describe('Fewer matched sessions of the same instrument, and those of all instruments stand in.'),
  horizon: z.int().min(1).max(250).default(defaults.horizon).describe('Sessions up to which mean lengths count.'),
  permutations: drawsSchema.default(defaults.permutations).describe('Shifts of the calendar at most; 0: no p-values.'),
  bootstrap: drawsSchema.default(defaults.bootstrap).describe('Resamples of calendar months; 0: no intervals.'),
  confidence: z.number().gt(0.5).lt(1).default(defaults.confidence),
  seed: z.int().min(0).max(0xffff_ffff).default(defaults.seed),
  ...asOfField,
});

export type StreakStudyRequest = z.infer<typeof streakStudyRequestSchema>;
/** What may be sent: defaults left out. */
export type StreakStudyRequestInput = z.input<typeof streakStudyRequestSchema>;
