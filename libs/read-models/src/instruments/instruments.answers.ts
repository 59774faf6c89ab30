import { listResponse, singleResponse } from '@streakline/web-api';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const benchmark = z.object({
  instrument: z.string().describe('MIC:SYMBOL at present.'),
  instrumentId: z.string(),
  role: z.string().describe('market, sector or peer.'),
  from: z.iso.date().nullable().describe('First session; null: always.'),
});

const sector = z.object({
  scheme: z.string().describe("The classification: GICS, ICB, SIC, or one of the user's own."),
  code: z.string(),
  name: z.string().nullable(),
  from: z.iso.date().nullable().describe('First date; null: always.'),
});

const shareCount = z.object({
  countedOn: z.iso.date(),
  shares: z.number(),
  source: z.string().nullable(),
  knownAt: z.iso.datetime().describe('When it became public; a filing known only by its date counts at the end of it.'),
});

/** An instrument as the directory shows it. */
export const instrumentSchema = z.object({
  id: z.string().describe('Stays for ever, whatever the symbol.'),
  ref: z.string().describe('MIC:SYMBOL at present.'),
  symbol: z.string(),
  mic: z.string(),
  name: z.string(),
  currency: z.string(),
  issuer: z.string().nullable(),
  cik: z.string().nullable().describe('SEC central index key.'),
  names: z.array(z.object({ symbol: z.string(), mic: z.string(), from: z.iso.date().nullable() })).readonly(),
  benchmarks: z.array(benchmark).readonly(),
  sectors: z.array(sector).readonly(),
  splits: z.array(z.object({ exDate: z.iso.date(), from: z.number(), to: z.number() })).readonly(),
  dividends: z.array(z.object({ exDate: z.iso.date(), amount: z.number() })).readonly(),
  shareCounts: z.array(shareCount).readonly(),
  tape: z
    .object({ from: z.iso.date(), to: z.iso.date(), sessions: z.int() })
    .nullable()
    .describe('First and last session with a bar.'),
});
export type InstrumentAnswer = z.infer<typeof instrumentSchema>;

export class InstrumentsResponse extends createZodDto(listResponse(instrumentSchema)) {}
export class InstrumentResponse extends createZodDto(singleResponse(instrumentSchema)) {}
