import { z } from 'zod';
import { defineEvent } from '../event-type';
import { amendmentIdSchema, announcementIdSchema, instrumentIdSchema } from '../primitives';
import { type AnnouncementRecord, announcementRecordSchema, instrumentsConcerned } from './announcement-record';

/*
 * Every announcement event carries the whole announcement as it now stands, so that an instrument that becomes a
 * subject later sees all of it; `formerInstruments` are those that the change removed, so that they see it too.
 */
const whole = { announcement: announcementRecordSchema, formerInstruments: z.array(instrumentIdSchema) };

function keysOf(data: { announcement: AnnouncementRecord; formerInstruments: readonly string[] }): readonly string[] {
  const { announcement, formerInstruments } = data;
  const amendments = announcement.amendments.map((amendment) => amendment.id);
  return [...new Set([announcement.id, ...amendments, ...instrumentsConcerned(announcement), ...formerInstruments])];
}

/*
 * Version 1 knew neither measures nor periods, version 2 not where the time of a source comes from: nothing was said of
 * them, and so nothing is.
 */
const asItIs = (data: unknown): unknown => data;
const upcasters = { 1: asItIs, 2: asItIs };

/** The announcement was made public. */
export const AnnouncementMade = defineEvent({
  name: 'AnnouncementMade',
  version: 3,
  schema: z.strictObject(whole),
  keysOf,
  upcasters,
});

/** Its terms were changed by a later act (`amendmentId`, the last of `announcement.amendments`), which has reactions of its own. */
export const AnnouncementAmended = defineEvent({
  name: 'AnnouncementAmended',
  version: 3,
  schema: z.strictObject({ ...whole, amendmentId: amendmentIdSchema }),
  keysOf,
  upcasters,
});

/** Our record of it was wrong. `corrected` names the original or the amendment; the mistake is visible only asRecorded. */
export const AnnouncementCorrected = defineEvent({
  name: 'AnnouncementCorrected',
  version: 3,
  schema: z.strictObject({
    ...whole,
    corrected: z.union([announcementIdSchema, amendmentIdSchema]),
    reason: z.string().min(1),
  }),
  keysOf,
  upcasters,
});

/**
 * Figures were put on record beside it, or more was said of those there: the period and measures of `measured`, the
 * original (the announcement's id) or an amendment. What it says was public with the original or that amendment.
 */
export const AnnouncementMeasured = defineEvent({
  name: 'AnnouncementMeasured',
  version: 2,
  schema: z.strictObject({ ...whole, measured: z.union([announcementIdSchema, amendmentIdSchema]) }),
  keysOf,
  upcasters: { 1: asItIs },
});

/** The record should not stand at all (a hoax, a duplicate, another company). It has no reactions any more. */
export const AnnouncementRetracted = defineEvent({
  name: 'AnnouncementRetracted',
  version: 3,
  schema: z.strictObject({ ...whole, reason: z.string().min(1) }),
  keysOf,
  upcasters,
});
