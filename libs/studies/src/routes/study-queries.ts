import { integerParameter } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { studyStates } from '../jobs/study-record';

/** Of a study's rows. */
export const rowParts = ['used', 'leftOut'] as const;

const cursor = z.string().min(1).max(1000).optional().describe('`nextCursor` of the page before.');

/** Beside the fields of a request: which moment of the store it is asked of. */
export const positionField = {
  position: z
    .int()
    .min(0)
    .optional()
    .describe(
      'Rest on this position of the event store, such as that of a receipt. Left out: the one that the read models have reached.',
    ),
  asRecorded: z
    .union([z.int().min(0), z.iso.datetime()])
    .optional()
    .describe(
      'Instead of position: the same, or an instant, which stands for the newest position recorded by then; names of instruments are read as they were then.',
    ),
};

/** For the list of a kind's studies. */
export class StudiesQuery extends createZodDto(
  z.strictObject({
    state: z.enum(studyStates).optional(),
    limit: integerParameter({ min: 1, max: 1000 }).default(100).describe('Rows a page, at most.'),
    cursor,
  }),
) {}

/** For a study's rows. */
export class StudyRowsQuery extends createZodDto(
  z.strictObject({
    limit: integerParameter({ min: 1, max: 1_000_000 })
      .optional()
      .describe(
        'Rows, at most. As JSON no more than 1,000, and 100 a page if left out; in the other forms all that follow if left out.',
      ),
    only: z.enum(rowParts).optional().describe('Only those that take part, or only those that were left out.'),
    cursor,
  }),
) {}
