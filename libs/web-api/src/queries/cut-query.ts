import { z } from 'zod';
import { instantOrDateParameter, integerParameter } from './query-fields';

const SAY_RECORDED = 'Write one position, 12, or one instant in UTC with Z, 2026-02-09T21:00:00Z.';

/**
 * For the query of every GET whose answer can be asked at a past moment: `z.strictObject({ ...pageQuery, ...cutQuery })`.
 * `resolveMoment` says which values are refused (400).
 */
export const cutQuery = {
  asOf: instantOrDateParameter
    .optional()
    .describe(
      'Answer from what was public by then: an instant, or a date, which stands for its last millisecond in UTC. Not in the future, and not before the first fact on record.',
    ),
  asRecorded: z
    .union([integerParameter({ error: SAY_RECORDED }), z.iso.datetime(SAY_RECORDED)])
    .optional()
    .describe(
      'Answer from what this system had stored by then: a position, or an instant. It includes minPosition. Asked again, the answer is the same, whatever was stored since.',
    ),
};
