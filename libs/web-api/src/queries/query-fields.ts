import { z } from 'zod';

/**
 * A whole number in a query string. Only digits count as one: `Number` would also take '', ' 7' and '1e3'.
 *
 * @example
 * class StreaksQuery extends createZodDto(z.strictObject({ ...pageQuery, minLength: integerParameter({ min: 1 }).optional() })) {}
 */
export function integerParameter({ min = 0, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {}) {
  const fromDigits = (value: unknown): unknown =>
    typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return z.preprocess(fromDigits, z.int().min(min).max(max));
}

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
