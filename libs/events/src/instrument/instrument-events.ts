import { z } from 'zod';
import { defineEvent } from '../event-type';
import { currencySchema, dateSchema, instantSchema, instrumentIdSchema, micSchema, symbolSchema } from '../primitives';
import { shareClassSchema } from './share-class';

const ofInstrument = (data: { instrumentId: string }) => [data.instrumentId];

/** An instrument came under this system's eyes. `symbol` holds until a rename. */
export const InstrumentListed = defineEvent({
  name: 'InstrumentListed',
  version: 1,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    symbol: symbolSchema,
    mic: micSchema,
    name: z.string().min(1),
    currency: currencySchema,
    issuer: z.string().min(1).optional(),
    /** SEC central index key, ten digits. */
    cik: z.string().optional(),
  }),
  keysOf: ofInstrument,
});

/** From the session `from` on, the instrument trades under another symbol, or on another exchange; its id stays. */
export const InstrumentRenamed = defineEvent({
  name: 'InstrumentRenamed',
  version: 1,
  schema: z.strictObject({ instrumentId: instrumentIdSchema, symbol: symbolSchema, mic: micSchema, from: dateSchema }),
  keysOf: ofInstrument,
});

/** In the stream of a symbol on an exchange: from `from` on (always, if absent) the symbol names this instrument. */
export const SymbolAssigned = defineEvent({
  name: 'SymbolAssigned',
  version: 1,
  schema: z.strictObject({
    symbol: symbolSchema,
    mic: micSchema,
    instrumentId: instrumentIdSchema,
    from: dateSchema.optional(),
  }),
  keysOf: ofInstrument,
});

/** In the stream of a symbol on an exchange: from `from` on the symbol no longer names this instrument. */
export const SymbolReleased = defineEvent({
  name: 'SymbolReleased',
  version: 1,
  schema: z.strictObject({ symbol: symbolSchema, mic: micSchema, instrumentId: instrumentIdSchema, from: dateSchema }),
  keysOf: ofInstrument,
});

/** `from` shares became `to` shares at the open of `exDate` (a 20-for-1 split: from 1, to 20). */
export const SplitRecorded = defineEvent({
  name: 'SplitRecorded',
  version: 1,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    exDate: dateSchema,
    from: z.number().positive(),
    to: z.number().positive(),
    announcedOn: dateSchema.optional(),
  }),
  keysOf: ofInstrument,
});

/** A cash dividend of `amount` per share as traded on `exDate`, in the instrument's currency. */
export const DividendRecorded = defineEvent({
  name: 'DividendRecorded',
  version: 1,
  schema: z.strictObject({ instrumentId: instrumentIdSchema, exDate: dateSchema, amount: z.number().positive() }),
  keysOf: ofInstrument,
});

/**
 * Shares outstanding measured on `countedOn`, made public by a filing (a date, or an instant where it is known): ordinary
 * shares, also where the instrument is a unit of several. `shareClass` absent: of the instrument's own class.
 */
export const ShareCountRecorded = defineEvent({
  name: 'ShareCountRecorded',
  version: 2,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    countedOn: dateSchema,
    shares: z.number().positive(),
    filedOn: dateSchema.optional(),
    filedAt: instantSchema.optional(),
    source: z.string().min(1).optional(),
    shareClass: shareClassSchema.optional(),
  }),
  keysOf: ofInstrument,
  // Version 1 knew no classes: all its counts were of the instrument's own.
  upcasters: { 1: (data: unknown): unknown => data },
});

export const benchmarkRoles = ['market', 'sector', 'peer'] as const;

/** From the session `from` on (always, if absent) returns are compared with `benchmarkId` in the given role. */
export const BenchmarkAssigned = defineEvent({
  name: 'BenchmarkAssigned',
  version: 1,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    benchmarkId: instrumentIdSchema,
    role: z.enum(benchmarkRoles),
    from: dateSchema.optional(),
  }),
  keysOf: ofInstrument,
});

/**
 * From the date `from` on (always, if absent) a classification (`scheme`: GICS, ICB, SIC, or one of the user's own) puts
 * the instrument in the sector `code`; `name` says it in words.
 */
export const InstrumentClassified = defineEvent({
  name: 'InstrumentClassified',
  version: 1,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    scheme: z.string().min(1),
    code: z.string().min(1),
    name: z.string().min(1).optional(),
    from: dateSchema.optional(),
  }),
  keysOf: ofInstrument,
});
