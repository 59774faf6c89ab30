import { type AnnouncementRecord, instrumentsConcerned, type Moment } from '@streakline/events';
import type { Row, Table } from '@streakline/projections';
import { wordsOf } from '../words';

/** What a record is found by. */
const FOUND_BY = {
  moment: 'text',
  kind: 'text',
  instruments: 'text[]',
  retracted: 'boolean',
  words: 'text',
  public_from: 'bigint',
  public_by: 'bigint',
} as const;

/**
 * Announcements as they now stand. `moment` sorts them: an instant in UTC, or the bare date, which stands before every
 * instant of that day; `words` are those of the original's headline. Nothing of one was public before `public_from`, all of it at `public_by` (epoch milliseconds; where
 * only dates are known, bounds that hold on every exchange). `first_position` and `position` are those of its events.
 */
export const announcementsTable: Table = {
  name: 'announcements',
  columns: { announcement_id: 'text', ...FOUND_BY, first_position: 'bigint', position: 'bigint', record: 'json' },
  primaryKey: ['announcement_id'],
  indexes: [
    { columns: ['moment', 'announcement_id'] },
    { columns: ['instruments'], method: 'gin' },
    { columns: ['position'] },
  ],
};

/**
 * Every event of an announcement, as it was recorded: the facts at rest that the row above is made from, each with what
 * the announcement was found by after it.
 */
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
    ...FOUND_BY,
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

/** @param events in position order */
export function announcementRows(events: readonly AnnouncementEventFact[]): readonly Row[] {
  const [first, newest] = [events[0], events.at(-1)];
  if (first === undefined || newest === undefined) return [];
  const record = newest.data.announcement;
  const positions = { first_position: first.position, position: newest.position };
  return [{ announcement_id: record.id, ...foundBy(record), ...positions, record }];
}

function foundBy(record: AnnouncementRecord): Readonly<Record<keyof typeof FOUND_BY, unknown>> {
  const { original, amendments, retraction } = record;
  return {
    moment: sortableMoment(original.moment),
    kind: original.kind,
    instruments: instrumentsConcerned(record),
    retracted: retraction !== undefined,
    words: wordsOf(original.headline),
    public_from: earliest(original.moment),
    public_by: Math.max(...[original, ...amendments].map(({ moment }) => latest(moment))),
  };
}

/** A date begins on Earth in UTC+14 and ends in UTC-12. */
function earliest(moment: Moment): number {
  return Date.parse('at' in moment ? moment.at : `${moment.on}T00:00:00.000+14:00`);
}

function latest(moment: Moment): number {
  return Date.parse('at' in moment ? moment.at : `${moment.on}T23:59:59.999-12:00`);
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
    ...foundBy(event.data.announcement),
    data: event.data,
  }));
}

/** A moment as text that sorts by time; instants all in one form. */
export function sortableMoment(moment: Moment): string {
  return 'at' in moment ? new Date(moment.at).toISOString() : moment.on;
}
