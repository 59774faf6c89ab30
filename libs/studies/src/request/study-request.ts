import { screenNames, screenPolicies, testNames } from '@streakline/event-study';
import { announcementKinds } from '@streakline/events';
import { z } from 'zod';
import { instrumentRefSchema, studySelectionSchema } from '../selection/study-selection';
import { asOfField } from './as-of';
import { groupTraitSchema, regressorSchema } from './traits';
import { withinDays, windowDaysSchema } from './window-days';

/** Names of libs/event-study's models. */
export const studyModels = [
  'market',
  'marketAdjusted',
  'meanAdjusted',
  'factors',
  'scholesWilliams',
  'dimson',
] as const;

/**
 * What is studied: returns; log volume (Campbell and Wasley 1996, Ajinkya and Jain 1989); or volatility, the log of
 * Parkinson's (1980) range of the day, high over low.
 */
export const studyValues = ['return', 'logVolume', 'volatility'] as const;

const variantsSchema = z.strictObject({
  patellWindow: z.enum(['standardisedCar', 'sumOfStandardised']).default('standardisedCar'),
  crudeDependenceDivisor: z.enum(['T-1', 'T-2']).default('T-1'),
  bmpDistribution: z.enum(['t', 'normal']).default('t'),
  crossCorrelation: z.enum(['estimationOverlap', 'eventOverlap']).default('eventOverlap'),
});

const omissionSchema = z.strictObject({
  kinds: z.array(z.enum(announcementKinds)).min(1).optional().describe('Of these kinds only; otherwise of any.'),
  from: z
    .int()
    .min(-60)
    .max(0)
    .default(0)
    .describe("First day left out, relative to the earlier announcement's day 0."),
  to: z.int().min(0).max(60).default(0).describe('Last day left out.'),
});

const regressionSchema = z.strictObject({
  window: windowDaysSchema.default({ from: 0, to: 1 }).describe('The window whose CAR is explained.'),
  on: z.array(regressorSchema).min(1).max(20),
  cluster: z
    .array(z.enum(['instrument', 'day0']))
    .max(2)
    .default(['instrument', 'day0'])
    .describe('What errors may hang together by: none, one way, or both (Cameron, Gelbach and Miller 2011).'),
});

const MOST_DRAWS = 100_000;

/**
 * An event study on the store. With its position it says everything that the answer depends on.
 *
 * @example
 * studyRequestSchema.parse({ selection: { instruments: ['XNAS:AMZN'], kinds: ['earnings'] } });
 */
export const studyRequestSchema = z
  .strictObject({
    selection: studySelectionSchema,
    model: z.enum(studyModels).default('market'),
    estimation: windowDaysSchema.default({ from: -260, to: -11 }),
    event: windowDaysSchema.default({ from: -10, to: 20 }),
    windows: z
      .array(windowDaysSchema)
      .min(1)
      .max(50)
      .default([
        { from: 0, to: 0 },
        { from: 0, to: 1 },
        { from: -1, to: 1 },
        { from: -5, to: 5 },
        { from: 0, to: 20 },
      ]),
    value: z.enum(studyValues).default('return'),
    returns: z.enum(['simple', 'log']).default('simple'),
    tradeToTrade: z
      .boolean()
      .default(false)
      .describe('Returns from one trade to the next, the factors over the same sessions (Maynes and Rumsey 1993).'),
    benchmark: instrumentRefSchema.optional().describe('Instead of the benchmark in force on each day 0.'),
    factors: z
      .array(instrumentRefSchema)
      .min(1)
      .max(20)
      .optional()
      .describe('For the model of factors: instruments whose returns explain, beside the benchmark.'),
    tests: z.array(z.enum(testNames)).min(1).optional().describe('Tests to make; otherwise all.'),
    variants: variantsSchema.prefault({}),
    screens: z
      .partialRecord(z.enum(screenNames), z.enum(screenPolicies))
      .default({})
      .describe(
        'What follows from a suspicion; `exclude` where nothing else is said. Without a benchmark, or a day 0 in the calendar, there is nothing to compute: such an event is left out in any case.',
      ),
    minEstimationDays: z.int().min(10).max(2_000).default(120),
    omitFromEstimation: omissionSchema
      .optional()
      .describe('Days around earlier announcements to leave out of the estimation; the answer shows both.'),
    groupBy: groupTraitSchema.optional(),
    regression: regressionSchema.optional(),
    permutations: z.int().min(99).max(MOST_DRAWS).optional().describe('Sign flips of the permutation test.'),
    bootstrap: z.int().min(99).max(MOST_DRAWS).optional().describe('Draws of the bootstrap intervals.'),
    seed: z.int().min(0).max(0xffff_ffff).default(1),
    confidence: z.number().gt(0.5).lt(1).default(0.95),
    ...asOfField,
  })
  .superRefine(withinDays);

export type StudyRequest = z.infer<typeof studyRequestSchema>;
/** What may be sent: defaults left out. */
export type StudyRequestInput = z.input<typeof studyRequestSchema>;
