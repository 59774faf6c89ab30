import { statedTimings } from '@streakline/events';
import { z } from 'zod';

/** When an announcement was made, and how sure that is. */
export const momentFields = {
  announcedAt: z.iso.datetime().optional().describe('Where the instant is known.'),
  announcedOn: z.iso.date().optional().describe('Where only the date is known.'),
  timing: z.enum(statedTimings).optional(),
  certainty: z
    .enum(['exact', 'timed', 'assumed'])
    .describe('How sure the moment is: an instant, a part of a day, or a date alone.'),
};
