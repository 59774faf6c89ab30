import { z } from 'zod';
import { announcementKinds, momentSchema } from '../announcement/announcement-record';
import { periodSchema } from '../announcement/measure';
import { defineEvent } from '../event-type';
import { instantSchema, instrumentIdSchema } from '../primitives';

const ofInstrument = (data: { instrumentId: string }) => [data.instrumentId];

/**
 * The issuer (or a calendar, `source`) says when it will make an announcement of a kind: the newest word on that kind and
 * period holds. `moment` null: it was called off. Known at the event's own knownAt.
 */
export const AnnouncementScheduled = defineEvent({
  name: 'AnnouncementScheduled',
  version: 1,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    kind: z.enum(announcementKinds),
    period: periodSchema.optional(),
    moment: momentSchema.nullable(),
    source: z.string().min(1).optional(),
  }),
  keysOf: ofInstrument,
});

/** What an observation is of: one word in camelCase. */
export const observationKindSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,39}$/, 'Write a kind as one word in camelCase, such as impliedMove, extendedHoursPrice.');

/**
 * A figure that was observed of an instrument at an instant: an implied move (`impliedMove`), a price outside trading
 * hours (`extendedHoursPrice`), short interest. One a kind, source and instant: of several the one known last holds. Known
 * at the event's own knownAt, by default at `at`.
 */
export const ObservationRecorded = defineEvent({
  name: 'ObservationRecorded',
  version: 1,
  schema: z.strictObject({
    instrumentId: instrumentIdSchema,
    kind: observationKindSchema,
    at: instantSchema,
    value: z.number(),
    /** fraction, USD/share, shares. */
    unit: z.string().trim().min(1).max(40),
    source: z.string().trim().min(1).max(200),
  }),
  keysOf: ofInstrument,
});
