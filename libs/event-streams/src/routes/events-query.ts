import { catalogue } from '@streakline/events';
import { cutQuery, instantOrDateParameter, integerParameter } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const typeNames = [...catalogue.keys()].sort();
/** Texts of a query, each once: `a,b`, or the parameter again and again. */
const MOST = 500;

/** A list in a query string: parted by commas, or the parameter said more than once. */
function listParameter<Item extends z.ZodType>(item: Item) {
  const parted = (value: unknown): unknown =>
    typeof value === 'string' || Array.isArray(value)
      ? [value].flat().flatMap((text) => String(text).split(','))
      : value;
  return z.preprocess(parted, z.array(item).min(1).max(MOST));
}

/** What both routes choose by. */
export const filterQuery = {
  types: listParameter(z.enum(typeNames))
    .optional()
    .describe('Only events of these types, parted by commas: AnnouncementMade,SplitRecorded.'),
  instruments: listParameter(z.string().min(1).max(100))
    .optional()
    .describe('Only events that concern one of these instruments, parted by commas: ids, or MIC:SYMBOL.'),
};

export class EventsQuery extends createZodDto(
  z
    .strictObject({
      order: z
        .enum(['position', 'knownAt'])
        .default('position')
        .describe(
          'position: as they were stored. knownAt: as the world learnt them, a delivery of bars session by session, each at its close.',
        ),
      after: z
        .string()
        .min(1)
        .max(100)
        .optional()
        .describe(
          'Go on behind this record: `nextCursor`, or of the last record its position; in the order of knownAt its `<knownAt>~<position>`.',
        ),
      from: instantOrDateParameter
        .optional()
        .describe(
          'Only what was known at this instant (of a date, its beginning in UTC) or later; of a delivery of bars those sessions.',
        ),
      to: instantOrDateParameter
        .optional()
        .describe('Only what was known before this instant (of a date, its beginning in UTC); after from.'),
      ...filterQuery,
      limit: integerParameter({ min: 1 })
        .optional()
        .describe(
          'Records, at most. As JSON no more than 1,000, and 100 a page if left out; in the other forms all that follow if left out.',
        ),
      ...cutQuery,
    })
    .refine(({ from, to }) => from === undefined || to === undefined || Date.parse(from) < Date.parse(to), {
      path: ['to'],
      error: 'Write a later moment than from: what was known in [from, to) is told.',
    }),
) {}

const SAY_PLACE = 'Write a position, 12, or now.';

export class StreamQuery extends createZodDto(
  z.strictObject({
    after: z
      .union([z.literal('now', SAY_PLACE), integerParameter({ error: SAY_PLACE })])
      .optional()
      .describe(
        'Begin behind this position; `now`: with what is stored from now on. Left out: from the beginning. The header Last-Event-ID counts before it.',
      ),
    ...filterQuery,
  }),
) {}
