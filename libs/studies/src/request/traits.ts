import { z } from 'zod';

const nameSchema = z.string().min(1).max(100);

/** Which of an announcement's figures of a metric is meant; beside report and guidance, or two bases, it must be said. */
const figureFields = {
  basis: nameSchema.optional().describe('Such as gaap. Left out, the figure must be the only one of its period.'),
  period: nameSchema.optional().describe("Left out, the announcement's own period: what is reported, no guidance."),
};

const sectorSchema = z
  .strictObject({ sector: nameSchema })
  .describe(
    'The sector by this scheme, such as GICS. `sector` alone is for events that all have one and the same scheme.',
  );

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
  sectorSchema,
  z.strictObject({ surprise: nameSchema, ...figureFields }).describe('Above, below or as expected.'),
  z.strictObject({ size: z.array(z.number().positive()).min(1).max(9) }).describe('Bounds of market cap at base.'),
]);
export type GroupTrait = z.infer<typeof groupTraitSchema>;

/** Traits that a CAR is explained by; one with names instead of numbers (kind, timing...) becomes 0/1 columns, the first name left out. */
export const regressorSchema = z.union([
  z.enum(['logMarketCap', 'streakLengthAtBase', 'kind', 'role', 'timing', 'sector', 'year']),
  sectorSchema,
  z
    .strictObject({ surprise: nameSchema, ...figureFields })
    .describe('(actual - expected) / |expected| of a metric, of a range its middle.'),
  z.strictObject({ measure: nameSchema, ...figureFields }).describe('A metric as announced, of a range its middle.'),
]);
export type Regressor = z.infer<typeof regressorSchema>;
