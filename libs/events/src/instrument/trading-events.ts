import { z } from 'zod';
import { defineEvent } from '../event-type';
import { dateSchema, instantSchema, instrumentIdSchema } from '../primitives';

const ofInstrument = (data: { instrumentId: string }) => [data.instrumentId];

/**
 * Trading stopped at `from`, and resumed at `to` (absent: it had not when this was recorded). The same `from` told again
 * with its `to` says when it ended. The stop was known at `from`, the resumption at `to`.
 */
export const HaltRecorded = defineEvent({
  name: 'HaltRecorded',
  version: 1,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    from: instantSchema,
    to: instantSchema.optional(),
    /** In the exchange's words or code: T1, LUDP, "news pending". */
    reason: z.string().min(1).optional(),
  }),
  keysOf: ofInstrument,
});

export const delistingReasons = [
  'acquisition',
  'merger',
  'exchangeMove',
  'voluntary',
  'performance',
  'bankruptcy',
  'expired',
  'other',
] as const;

/**
 * `lastSession` was the last on which the instrument traded on an exchange; holders were paid `cashPerShare` (in the
 * instrument's currency, 0 is nothing at all; absent: not on record). Of several the one known last holds.
 */
export const DelistingRecorded = defineEvent({
  name: 'DelistingRecorded',
  version: 1,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    lastSession: dateSchema,
    reason: z.enum(delistingReasons),
    cashPerShare: z.number().nonnegative().optional(),
    /** Known at the end of this date; absent: at the close of `lastSession`. */
    announcedOn: dateSchema.optional(),
  }),
  keysOf: ofInstrument,
});

export const distributionKinds = ['spinOff', 'rights', 'special', 'returnOfCapital', 'other'] as const;

/**
 * What a share gave its holder on `exDate` beside ordinary dividends, worth `value` per share as traded that day, in the
 * instrument's currency. One of a kind a date.
 */
export const DistributionRecorded = defineEvent({
  name: 'DistributionRecorded',
  version: 1,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    exDate: dateSchema,
    kind: z.enum(distributionKinds),
    value: z.number().positive(),
    /** The instrument that was handed out, where it is listed here, and how many of it a share gave. */
    received: z.strictObject({ instrumentId: instrumentIdSchema, perShare: z.number().positive() }).optional(),
    /** Known at the end of this date, and from just before the open of `exDate` in any case. */
    announcedOn: dateSchema.optional(),
  }),
  keysOf: ofInstrument,
});
