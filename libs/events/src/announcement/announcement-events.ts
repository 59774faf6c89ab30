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

/** The announcement was made public. */
export const AnnouncementMade = defineEvent({
  name: 'AnnouncementMade',
  version: 1,
  schema: z.strictObject(whole),
  keysOf,
});

/** Its terms were changed by a later act (`amendmentId`, the last of `announcement.amendments`), which has reactions of its own. */
export const AnnouncementAmended = defineEvent({
  name: 'AnnouncementAmended',
  version: 1,
  schema: z.strictObject({ ...whole, amendmentId: amendmentIdSchema }),
  keysOf,
});

/** Our record of it was wrong. `corrected` names the original or the amendment; the mistake is visible only asRecorded. */
export const AnnouncementCorrected = defineEvent({
  name: 'AnnouncementCorrected',
  version: 1,
  schema: z.strictObject({
    ...whole,
    corrected: z.union([announcementIdSchema, amendmentIdSchema]),
    reason: z.string().min(1),
  }),
  keysOf,
});

/** The record should not stand at all (a hoax, a duplicate, another company). It has no reactions any more. */
export const AnnouncementRetracted = defineEvent({
  name: 'AnnouncementRetracted',
  version: 1,
  schema: z.strictObject({ ...whole, reason: z.string().min(1) }),
  keysOf,
});
