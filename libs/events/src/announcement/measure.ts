import { z } from 'zod';
import { dateSchema } from '../primitives';

/** A year, or a half, a quarter or a month of one, as the issuer counts them: 2025, 2025-H2, 2025-Q4, 2026-01. */
export const periodSchema = z
  .string()
  .regex(
    /^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/,
    "Write the issuer's year, half, quarter or month: 2025, 2025-H2, 2025-Q4 or 2026-01.",
  );

/** What was expected of a figure before it was public, where that comes from, and of which date it is. */
export const expectationSchema = z.strictObject({
  value: z.number(),
  source: z.string().trim().min(1).max(200).optional(),
  on: dateSchema.optional(),
});
export type Expectation = z.infer<typeof expectationSchema>;

const rangeSchema = z
  .strictObject({ low: z.number(), high: z.number() })
  .refine(({ low, high }) => low <= high, { error: 'Write the lower end as low, and the upper one as high.' });

/**
 * A figure that an announcement gives of a metric: what was reported (`actual`), or the range that was forecast, beside
 * what was expected and what stood before. All values are in `unit`.
 */
export const measureSchema = z
  .strictObject({
    /** One word: eps, revenue, operatingIncome, monthlyUsers. */
    metric: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'Write a metric as one word in camelCase, such as eps, revenue, netIncome.'),
    /** How it is counted: gaap, ifrs, adjusted, constantCurrency. */
    basis: z
      .string()
      .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'Write a basis as one word in camelCase, such as gaap, ifrs, adjusted.')
      .optional(),
    /** Where it is of another period than the announcement: the guidance for the next quarter within a report. */
    period: periodSchema.optional(),
    /** USD, USD/share, %, users. */
    unit: z.string().trim().min(1).max(40),
    actual: z.number().optional(),
    range: rangeSchema.optional(),
    expected: expectationSchema.optional(),
    /** Of a report the year before's figure, of guidance the one that it replaces. */
    prior: z.number().optional(),
  })
  .refine(({ actual, range }) => (actual === undefined) !== (range === undefined), {
    error: 'Give one figure as actual, or its two ends as range, and not both.',
  });
export type Measure = z.infer<typeof measureSchema>;
