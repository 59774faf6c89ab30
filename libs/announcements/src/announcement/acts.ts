import type { AnnouncementRecord, Measure, Moment, Terms } from '@streakline/events';

/** What the original of an announcement and its amendments have in common. */
export interface ActOnRecord {
  readonly moment: Moment;
  readonly period?: string | undefined;
  readonly measures?: readonly Measure[] | undefined;
}

/** The original (by the announcement's id), or one of its amendments. */
export function actOf(record: AnnouncementRecord, elementId: string): ActOnRecord | undefined {
  return elementId === record.id ? record.original : record.amendments.find(({ id }) => id === elementId);
}

/** The announcement with some terms of one of its acts changed; an optional one that is undefined is taken out. */
export function withAct(record: AnnouncementRecord, elementId: string, changes: Partial<Terms>): AnnouncementRecord {
  if (elementId === record.id) return { ...record, original: present({ ...record.original, ...changes }) };
  // An amendment has neither.
  const { kind: _kind, relations: _relations, ...ofAmendment } = changes;
  const changed = record.amendments.map((one) => (one.id === elementId ? present({ ...one, ...ofAmendment }) : one));
  return { ...record, amendments: changed };
}

function present<Act extends object>(act: Act): Act {
  return Object.fromEntries(Object.entries(act).filter(([, value]) => value !== undefined)) as Act;
}
