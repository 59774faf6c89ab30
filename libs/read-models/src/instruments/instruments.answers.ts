import { announcementKinds, delistingReasons, distributionKinds, momentSchema } from '@streakline/events';
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
  shareClass: z.string().nullable().describe("Null: the instrument's own."),
});

const shareClasses = z.object({
  from: z.iso.date().nullable().describe('First session; null: always.'),
  shareClass: z.string().describe("The instrument's own."),
  listed: z.array(z.object({ instrumentId: z.string(), shareClass: z.string() })).readonly(),
  unlisted: z
    .array(
      z.object({
        shareClass: z.string(),
        pricedAs: z.string().describe('The listed class at whose price it counts.'),
        worth: z.number().optional().describe('Shares of that class that one share is worth; 1, if absent.'),
      }),
    )
    .readonly(),
});

const unit = z.object({
  from: z.iso.date().nullable().describe('First date; null: always.'),
  sharesPerUnit: z.number().nullable().describe('Ordinary shares that a unit of trading stands for.'),
  priceUnit: z
    .object({ name: z.string(), perCurrency: z.number() })
    .nullable()
    .describe('What prices are given in; perCurrency of it make one unit of the currency.'),
});

const knownAt = z.iso.datetime().describe('When it became public.');

const distribution = z.object({
  exDate: z.iso.date(),
  kind: z.enum(distributionKinds),
  value: z.number().describe('Per share as traded on the ex-date, in the currency.'),
  received: z
    .object({ instrumentId: z.string(), perShare: z.number() })
    .nullable()
    .describe('The listed instrument that was handed out, and how many of it a share gave.'),
  knownAt,
});

const halt = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime().nullable().describe('When trading resumed; null: not yet, as far as is known.'),
  reason: z.string().nullable(),
});

const delisting = z.object({
  lastSession: z.iso.date(),
  reason: z.enum(delistingReasons),
  cashPerShare: z.number().nullable().describe('What holders were paid, in the currency; null: not on record.'),
  knownAt,
});

const scheduled = z.object({
  kind: z.enum(announcementKinds),
  period: z.string().nullable(),
  moment: momentSchema.nullable().describe('When it is to come; null: it was called off.'),
  source: z.string().nullable(),
  knownAt,
});

/** An instrument as the directory shows it. */
export const instrumentSchema = z.object({
  id: z.string().describe('Stays for ever, whatever the symbol.'),
  ref: z.string().describe('MIC:SYMBOL at present.'),
  symbol: z.string(),
  mic: z.string(),
  timeZone: z.string().nullable().describe('IANA zone of its exchange.'),
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
  shareClasses: z.array(shareClasses).readonly().describe("The classes of the issuer's shares, by date."),
  units: z.array(unit).readonly().describe('What one unit of trading is, by date.'),
  distributions: z.array(distribution).readonly(),
  halts: z.array(halt).readonly(),
  delisting: delisting.nullable(),
  scheduled: z
    .array(scheduled)
    .readonly()
    .describe('The newest word on each announcement to come, by kind and period.'),
  tape: z
    .object({ from: z.iso.date(), to: z.iso.date(), sessions: z.int() })
    .nullable()
    .describe('First and last session with a bar.'),
});
export type InstrumentAnswer = z.infer<typeof instrumentSchema>;

export class InstrumentsResponse extends createZodDto(listResponse(instrumentSchema)) {}
export class InstrumentResponse extends createZodDto(singleResponse(instrumentSchema)) {}
