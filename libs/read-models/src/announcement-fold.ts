import { firstDatesOfRecords } from '@streakline/dossiers';
import {
  AnnouncementAmended,
  AnnouncementCorrected,
  AnnouncementMade,
  AnnouncementMeasured,
  type AnnouncementRecord,
  AnnouncementRetracted,
  isAnnouncementId,
  type RecordedEvent,
} from '@streakline/events';
import { type AnyFold, keyedFold, type RowsByTable } from '@streakline/projections';
import type { PoolClient } from 'pg';
import {
  type AnnouncementEventFact,
  announcementEventRows,
  announcementEventsTable,
  announcementRows,
  announcementsTable,
} from './announcements/announcements.rows';
import { firstFactRows, firstFactsTable } from './first-facts/first-facts.rows';

/** An announcement's own events, by position. The newest one carries the announcement as it stands. */
interface AnnouncementState {
  readonly id: string;
  readonly events: Map<number, AnnouncementEventFact>;
}

type AnnouncementEvent = RecordedEvent<string, { readonly announcement: AnnouncementRecord }>;
const ANNOUNCEMENT_EVENTS = [
  AnnouncementMade,
  AnnouncementAmended,
  AnnouncementMeasured,
  AnnouncementCorrected,
  AnnouncementRetracted,
];

/** What announcement ids make of their events: the announcement's own row, and its history. */
export const announcementFold: AnyFold = keyedFold<AnnouncementState>({
  takes: isAnnouncementId,
  empty: (id) => ({ id, events: new Map() }),
  load,
  apply: (state, event) => {
    if (isAnnouncementEvent(event) && event.data.announcement.id === state.id)
      state.events.set(event.position, factOf(event));
    return state;
  },
  rows: rowsOf,
  sizeOf: ({ events }) => 500 + events.size * 4_000,
});

function isAnnouncementEvent(event: RecordedEvent): event is AnnouncementEvent {
  return ANNOUNCEMENT_EVENTS.some((type) => type.is(event));
}

function factOf({
  position,
  id,
  type,
  typeVersion,
  knownAt,
  recordedAt,
  correlationId,
  causationId,
  data,
}: AnnouncementEvent) {
  return { position, id, type, typeVersion, knownAt, recordedAt, correlationId, causationId, data };
}

function rowsOf({ id, events }: AnnouncementState): RowsByTable {
  const inOrder = [...events.values()].sort((a, b) => a.position - b.position);
  const records = inOrder.map(({ position, data }) => ({ position, record: data.announcement }));
  return {
    [announcementsTable.name]: announcementRows(inOrder),
    [announcementEventsTable.name]: announcementEventRows(id, inOrder),
    [firstFactsTable.name]: firstFactRows(id, firstDatesOfRecords(records)),
  };
}

interface StoredEvent extends Omit<AnnouncementEventFact, 'position' | 'knownAt' | 'recordedAt'> {
  readonly announcementId: string;
  readonly position: string;
  readonly knownAt: Date;
  readonly recordedAt: Date;
}

async function load(
  client: PoolClient,
  schema: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, AnnouncementState>> {
  const { rows } = await client.query<StoredEvent>(
    `SELECT announcement_id AS "announcementId", position, id, type, type_version AS "typeVersion", known_at AS "knownAt",
            recorded_at AS "recordedAt", correlation_id AS "correlationId", causation_id AS "causationId", data
       FROM ${schema}.announcement_events WHERE announcement_id = ANY($1)`,
    [keys],
  );
  const states = new Map<string, AnnouncementState>();
  for (const { announcementId, ...row } of rows) {
    const state = states.get(announcementId) ?? { id: announcementId, events: new Map() };
    const position = Number(row.position);
    state.events.set(position, {
      ...row,
      position,
      knownAt: row.knownAt.getTime(),
      recordedAt: row.recordedAt.getTime(),
    });
    states.set(announcementId, state);
  }
  return states;
}
