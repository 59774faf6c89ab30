import { announcementKinds } from '@streakline/events';
import { listResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { reactionSchema } from './announcement-reactions.answers';
import { instrumentBriefSchema } from '../instrument-brief-schema';
import { momentFields } from '../moment-fields';

const { timing, assumed, baseSession, day0, complete, return: dayReturn, totalReturn } = reactionSchema.shape;
const { benchmark, benchmarkReturn, abnormalReturn, tStatistic, marketCapChange } = reactionSchema.shape;
const { relation, resumedOn, resumptionReturn } = reactionSchema.shape;

const streak = z.object({
  direction: z.enum(['falling', 'rising']),
  start: z.iso.date(),
  end: z.iso.date(),
  length: z.int(),
  lengthAtBase: z.int(),
  lengthFromDay0: z.int(),
  inForce: z.boolean(),
});

/** An announcement, and what one instrument did on its day 0. */
export const recentReactionSchema = z.object({
  announcement: z.object({
    id: z.string(),
    kind: z.enum(announcementKinds),
    headline: z.string(),
    ...momentFields,
    amendments: z.int().describe('How many: their reactions are with the announcement.'),
  }),
  instrument: instrumentBriefSchema.describe('Under its name on day 0.'),
  role: z.string().describe('Of the instrument in the announcement.'),
  ...{ timing, assumed, baseSession, day0, complete, return: dayReturn, totalReturn },
  ...{ benchmark, benchmarkReturn, abnormalReturn, tStatistic, marketCapChange, relation },
  streak: streak.nullable(),
  begun: streak.nullable(),
  ...{ resumedOn, resumptionReturn },
  notes: z.int().describe('How many the reaction has.'),
});
export type RecentReactionAnswer = z.infer<typeof recentReactionSchema>;

export class RecentReactionsResponse extends createZodDto(listResponse(recentReactionSchema)) {}
