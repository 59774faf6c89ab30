import { type AnnouncementRecord, instrumentsConcerned, type Moment } from '@streakline/events';
import type { Row, Table } from '@streakline/projections';

/**
 * Announcements as they now stand. `moment` sorts them: an instant in UTC, or the bare date, which stands before every
 * instant of that day.
 */
export const announcementsTable: Table = {
  name: 'announcements',
  columns: {
    announcement_id: 'text',
    moment: 'text',
    kind: 'text',
    instruments: 'text[]',
    retracted: 'boolean',
    record: 'json',
  },
  primaryKey: ['announcement_id'],
  indexes: [{ columns: ['moment', 'announcement_id'] }, { columns: ['instruments'], method: 'gin' }],
};

/** Every event of an announcement, as it was recorded: the facts at rest that the row above is made from. */
export const announcementEventsTable: Table = {
  name: 'announcement_events',
  columns: {
    announcement_id: 'text',
    position: 'bigint',
    id: 'text',
    type: 'text',
    type_version: 'integer',
    known_at: 'timestamptz',
    recorded_at: 'timestamptz',
    correlation_id: 'text',
    causation_id: 'text',
    data: 'json',
  },
  primaryKey: ['announcement_id', 'position'],
};

/** One event of an announcement. Instants in epoch milliseconds. */
export interface AnnouncementEventFact {
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly knownAt: number;
  readonly recordedAt: number;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly data: { readonly announcement: AnnouncementRecord };
}

export function announcementRows(record: AnnouncementRecord): readonly Row[] {
  return [
    {
      announcement_id: record.id,
      moment: sortableMoment(record.original.moment),
      kind: record.original.kind,
      instruments: instrumentsConcerned(record),
      retracted: record.retraction !== undefined,
      record,
    },
  ];
}

export function announcementEventRows(
  announcementId: string,
  events: readonly AnnouncementEventFact[],
): readonly Row[] {
  return events.map((event) => ({
    announcement_id: announcementId,
    position: event.position,
    id: event.id,
    type: event.type,
    type_version: event.typeVersion,
    known_at: event.knownAt,
    recorded_at: event.recordedAt,
    correlation_id: event.correlationId,
    causation_id: event.causationId,
    data: event.data,
  }));
}

/** A moment as text that sorts by time; instants all in one form. */
export function sortableMoment(moment: Moment): string {
  return 'at' in moment ? new Date(moment.at).toISOString() : moment.on;
}
