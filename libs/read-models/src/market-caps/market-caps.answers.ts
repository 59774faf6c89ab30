import { listResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** Market capitalisation at one close. */
export const marketCapSchema = z.object({
  session: z.iso.date(),
  close: z.number().describe('As traded.'),
  shares: z
    .number()
    .nullable()
    .describe('The count with the latest countedOn among those known at this close, as filed.'),
  countedOn: z.iso.date().nullable(),
  adjustedShares: z.number().nullable().describe('shares x the splits with countedOn < exDate <= session.'),
  marketCap: z.number().nullable().describe('close x adjustedShares, in units of the currency.'),
  reason: z.enum(['noShareCount', 'staleShareCount']).nullable().describe('Why there is none.'),
});
export type MarketCapAnswer = z.infer<typeof marketCapSchema>;

export class MarketCapsResponse extends createZodDto(listResponse(marketCapSchema)) {}
