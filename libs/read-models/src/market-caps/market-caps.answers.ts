import { listResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** Market capitalisation at one close. Shares are of the instrument's own class. */
export const marketCapSchema = z.object({
  session: z.iso.date(),
  close: z.number().describe('As traded, in what its prices are given in.'),
  shares: z
    .number()
    .nullable()
    .describe('The count with the latest countedOn among those known at this close, as filed.'),
  countedOn: z.iso.date().nullable(),
  adjustedShares: z
    .number()
    .nullable()
    .describe(
      'In units of trading: shares / sharesPerUnit on countedOn, x the splits with countedOn < exDate <= session.',
    ),
  marketCap: z.number().nullable().describe('Of the company, all classes, in units of the currency.'),
  classMarketCap: z
    .number()
    .nullable()
    .describe("Of the instrument's own class: close, in the currency, x adjustedShares."),
  reason: z
    .enum(['noShareCount', 'staleShareCount', 'otherClassMissing', 'mixedCurrencies'])
    .nullable()
    .describe(
      'Why marketCap is null. classMarketCap is null too where no count of its own class was known, or it was older than 400 days; the company has none also where another class lacks its bar or its count, or trades in another currency.',
    ),
});
export type MarketCapAnswer = z.infer<typeof marketCapSchema>;

export class MarketCapsResponse extends createZodDto(listResponse(marketCapSchema)) {}
