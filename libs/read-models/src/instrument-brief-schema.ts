import { z } from 'zod';

/** Who an instrument is, in lists over many. */
export const instrumentBriefSchema = z.object({
  id: z.string(),
  ref: z.string().describe('MIC:SYMBOL.'),
  symbol: z.string(),
  mic: z.string(),
  timeZone: z.string().nullable().describe('IANA zone of its exchange.'),
  name: z.string(),
  currency: z.string(),
});
