import { z } from 'zod';
import { integerParameter } from './query-fields';

/**
 * For the query of every GET whose answer can be asked at a past moment: `z.strictObject({ ...pageQuery, ...cutQuery })`.
 * Which values are refused (400) is told by `resolveMoment` in libs/read-models.
 */
export const cutQuery = {
  asOf: z
    .union([z.iso.date(), z.iso.datetime()])
    .optional()
    .describe(
      'Answer from what was public by then: an instant, or a date, which stands for its last millisecond in UTC. Not in the future, and not before the first fact on record.',
    ),
  asRecorded: z
    .union([integerParameter(), z.iso.datetime()])
    .optional()
    .describe(
      'Answer from what this system had stored by then: a position, or an instant. It includes minPosition. Asked again, the answer is the same, whatever was stored since.',
    ),
};
