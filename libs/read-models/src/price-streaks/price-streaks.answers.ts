import { listResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const amount = z
  .number()
  .nullable()
  .describe('Of the company, in units of the currency; null where a share count is missing or stale.');

/** A run of falling or rising closes. */
export const streakSchema = z.object({
  direction: z.enum(['falling', 'rising']),
  start: z.iso.date(),
  end: z.iso.date(),
  length: z.int(),
  inForce: z.boolean().describe('Its last session is the last on the tape: the next close may extend it.'),
  baseSession: z.iso.date().describe('The session before it; every figure runs from its close to the close of `end`.'),
  baseClose: z.number().describe('As traded.'),
  endClose: z.number().describe('As traded.'),
  return: z.number().describe('A fraction, split-adjusted.'),
  marketCapChange: amount,
  priceEffect: amount,
  shareCountEffect: amount,
  gaps: z.array(z.iso.date()).readonly().describe('Sessions that lack their bar.'),
  longestSince: z
    .object({ start: z.iso.date(), end: z.iso.date(), length: z.int() })
    .nullable()
    .describe(
      'The last earlier run of its direction at least as long; null when the tape, from `tapeFrom` on, has none.',
    ),
  tapeFrom: z.iso.date(),
  announcements: z
    .array(
      z.object({ of: z.string(), announcementId: z.string(), day0: z.iso.date(), part: z.enum(['within', 'ended']) }),
    )
    .readonly()
    .describe('All whose day 0 lies in it or ended it. Nothing here says that they caused it.'),
});
export type StreakAnswer = z.infer<typeof streakSchema>;

export class StreaksResponse extends createZodDto(listResponse(streakSchema)) {}
