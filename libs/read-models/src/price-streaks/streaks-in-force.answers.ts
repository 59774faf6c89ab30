import { listResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import type { z } from 'zod';
import { instrumentBriefSchema } from '../instrument-brief-schema';
import { streakSchema } from './price-streaks.answers';

/** A streak that the next close may extend, and whose it is. */
export const streakInForceSchema = streakSchema.extend({
  instrument: instrumentBriefSchema.describe('Under its last name.'),
});
export type StreakInForceAnswer = z.infer<typeof streakInForceSchema>;

export class StreaksInForceResponse extends createZodDto(listResponse(streakInForceSchema)) {}
