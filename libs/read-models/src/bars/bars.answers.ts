import { listResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const prices = {
  open: z.number().nullable(),
  high: z.number().nullable(),
  low: z.number().nullable(),
  close: z.number(),
  volume: z.number().nullable().describe('Shares.'),
};

/** One session of the tape. */
export const barSchema = z.object({
  session: z.iso.date(),
  ...prices,
  adjusted: z.object(prices).describe('For the splits after the session, up to the last one on the tape.'),
  source: z.string(),
  knownAt: z.iso.datetime().describe('When these figures became public.'),
});
export type BarAnswer = z.infer<typeof barSchema>;

export class BarsResponse extends createZodDto(listResponse(barSchema)) {}
