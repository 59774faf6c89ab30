import { listResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** A figure that was observed of an instrument. */
export const observationSchema = z.object({
  kind: z.string().describe('impliedMove, extendedHoursPrice, shortInterest, or one of the user.'),
  at: z.iso.datetime().describe('The instant that the figure is of.'),
  value: z.number(),
  unit: z.string(),
  source: z.string(),
  knownAt: z.iso.datetime().describe('When this figure became public.'),
});
export type ObservationAnswer = z.infer<typeof observationSchema>;

export class ObservationsResponse extends createZodDto(listResponse(observationSchema)) {}
