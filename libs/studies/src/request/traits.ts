import { z } from 'zod';

const metricSchema = z.string().min(1).max(100);

/**
 * What events can be told apart by. Traits of the announcement (kind, role, timing, period), of the instrument (sector,
 * instrument), of the calendar (year), of the tape (the run in force at base), and the sign of a metric's surprise.
 */
export const groupTraits = [
  'kind',
  'role',
  'timing',
  'period',
  'sector',
  'instrument',
  'year',
  'streakAtBase',
] as const;

export const groupTraitSchema = z.union([
  z.enum(groupTraits),
  z.strictObject({ surprise: metricSchema }).describe('Above, below or as expected.'),
  z.strictObject({ size: z.array(z.number().positive()).min(1).max(9) }).describe('Bounds of market cap at base.'),
]);
export type GroupTrait = z.infer<typeof groupTraitSchema>;

/** Traits that a CAR is explained by; one with names instead of numbers (kind, timing...) becomes 0/1 columns, the first name left out. */
export const regressorSchema = z.union([
  z.enum(['logMarketCap', 'streakLengthAtBase', 'kind', 'role', 'timing', 'sector', 'year']),
  z.strictObject({ surprise: metricSchema }).describe('(actual - expected) / |expected| of a metric.'),
  z.strictObject({ measure: metricSchema }).describe('A metric as announced.'),
]);
export type Regressor = z.infer<typeof regressorSchema>;
