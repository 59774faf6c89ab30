import { z } from 'zod';
import { defineEvent } from '../event-type';
import { dateSchema, instantSchema, instrumentIdSchema } from '../primitives';

/** A delivery holds at most this many sessions an event; longer ones become several events of one append. */
export const MAX_SESSIONS_PER_EVENT = 2_500;

const price = z.number().positive();
const columns = {
  /** Ascending, without repeats. */
  sessions: z.array(dateSchema).min(1).max(MAX_SESSIONS_PER_EVENT),
  /** Columns run parallel to `sessions`; null where the delivery had no figure, absent where it had none at all. */
  open: z.array(price.nullable()).optional(),
  high: z.array(price.nullable()).optional(),
  low: z.array(price.nullable()).optional(),
  close: z.array(price),
  /** Shares, on the same basis as the prices. */
  volume: z.array(z.number().nonnegative().nullable()).optional(),
};
const delivery = {
  instrumentId: instrumentIdSchema,
  source: z.string().min(1),
  /** Prices are adjusted for the splits with exDate <= basisAsOf; null: raw, as traded. */
  basisAsOf: dateSchema.nullable(),
};

/** A delivery of daily bars, a column a field. Each bar was known at its session's close, or at `knownAt` where given. */
export const BarsRecorded = defineEvent({
  name: 'BarsRecorded',
  version: 1,
  schema: z.strictObject({ ...delivery, knownAt: instantSchema.optional(), ...columns }),
  keysOf: (data) => [data.instrumentId],
});

/** Bars that replace what was known before. Each is known from the event's own knownAt (its publication) on. */
export const BarsRevised = defineEvent({
  name: 'BarsRevised',
  version: 1,
  schema: z.strictObject({ ...delivery, ...columns }),
  keysOf: (data) => [data.instrumentId],
});
