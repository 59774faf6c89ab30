import { z } from 'zod';

/**
 * A whole number in a query string. Only digits count as one: `Number` would also take '', ' 7' and '1e3'.
 *
 * @example
 * class StreaksQuery extends createZodDto(z.strictObject({ ...pageQuery, minLength: integerParameter({ min: 1 }).optional() })) {}
 */
export function integerParameter({ min = 0, max = Number.MAX_SAFE_INTEGER, error }: IntegerBounds = {}) {
  const fromDigits = (value: unknown): unknown =>
    typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return z.preprocess(fromDigits, z.int(error).min(min, error).max(max, error));
}

interface IntegerBounds {
  readonly min?: number;
  readonly max?: number;
  /** What to write instead, in a sentence. */
  readonly error?: string;
}

const SAY_WHEN = 'Write one instant in UTC with Z, 2026-02-09T21:00:00Z, or one date, 2026-02-09.';

/** An instant in UTC, or a date: which moment of it is meant is for the query to say. */
export const instantOrDateParameter = z.union([z.iso.date(SAY_WHEN), z.iso.datetime(SAY_WHEN)]);

/** For the query of every GET: `z.strictObject({ ...minPositionQuery })`. */
export const minPositionQuery = {
  minPosition: integerParameter()
    .optional()
    .describe(
      'Answer only from read models that have reached this position; waits up to 5 seconds for it, then 503 `lagging`.',
    ),
};

/** For the query of every list: `z.strictObject({ ...pageQuery })`. Includes minPosition. */
export const pageQuery = {
  limit: integerParameter({ min: 1, max: 1000 }).default(100).describe('Rows a page, at most.'),
  cursor: z.string().min(1).max(1000).optional().describe('`nextCursor` of the page before.'),
  ...minPositionQuery,
};
