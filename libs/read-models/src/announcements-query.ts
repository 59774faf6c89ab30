import { announcementKinds } from '@streakline/events';
import { z } from 'zod';

const bound = z.union([z.iso.date(), z.iso.datetime()]);

/** For lists that announcements are picked for. */
export const announcementsQuery = {
  instrument: z.string().min(1).optional().describe('A subject: an instrument id, or MIC:SYMBOL.'),
  kind: z.enum(announcementKinds).optional(),
  from: bound
    .optional()
    .describe('A date or an instant (UTC). An announcement known only by its date counts as at its beginning.'),
  to: bound.optional().describe('The date or instant before which to stop.'),
  q: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      "Words, or beginnings of words: announcements that have each in their headline, or in a subject's symbols, exchange or name.",
    ),
};
