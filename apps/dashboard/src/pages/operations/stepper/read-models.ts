import type { StreaklineClient } from '@streakline/client';
import { ProblemError } from '@streakline/client';
import type { Row } from './diff-rows';
import type { Subject } from './subject';

/** A read model that can be stepped through. */
export interface ReadModel {
  readonly id: string;
  readonly name: string;
  /** What it is about. */
  readonly of: Subject['kind'];
  /** Which events may change it: those of the instruments, or of the announcement alone. */
  readonly eventsOf: Subject['kind'];
  /** What one of its rows is called. */
  readonly row: string;
  readonly read: (client: StreaklineClient, id: string, signal: AbortSignal) => AsyncIterable<Row>;
  readonly keyOf: (row: Row) => string;
}

const query = { limit: 1000 };

export const readModels: readonly ReadModel[] = [
  {
    ...{ id: 'streaks', name: 'Streaks', of: 'instrument', eventsOf: 'instrument', row: 'run' },
    read: (client, ref, signal) => client.list('/v1/instruments/{ref}/streaks', { path: { ref }, query, signal }),
    keyOf: keyBy('direction', 'start'),
  },
  {
    ...{ id: 'market-caps', name: 'Market caps', of: 'instrument', eventsOf: 'instrument', row: 'session' },
    read: (client, ref, signal) => client.list('/v1/instruments/{ref}/market-caps', { path: { ref }, query, signal }),
    keyOf: keyBy('session'),
  },
  {
    ...{ id: 'timeline', name: 'Timeline', of: 'instrument', eventsOf: 'instrument', row: 'entry' },
    read: (client, ref, signal) => client.list('/v1/instruments/{ref}/timeline', { path: { ref }, query, signal }),
    keyOf: keyBy('kind', 'ref'),
  },
  {
    ...{ id: 'announcement', name: 'As it stands', of: 'announcement', eventsOf: 'announcement', row: 'announcement' },
    read: (client, id, signal) => one(client.get('/v1/announcements/{id}', { path: { id }, signal })),
    keyOf: keyBy('id'),
  },
  {
    ...{ id: 'reactions', name: 'Reactions', of: 'announcement', eventsOf: 'instrument', row: 'reaction' },
    read: (client, id, signal) => client.list('/v1/announcements/{id}/reactions', { path: { id }, query, signal }),
    keyOf: keyBy('of', 'instrument'),
  },
];

/** The read models of a subject; the first is the one shown unless another is asked for. */
export function modelsOf(kind: Subject['kind']): readonly ReadModel[] {
  return readModels.filter((model) => model.of === kind);
}

/** The rows at a position of the store; none where the store, or the subject, was not there yet. */
export async function rowsAt(
  { read }: ReadModel,
  client: StreaklineClient,
  id: string,
  position: number,
  signal: AbortSignal,
): Promise<readonly Row[]> {
  if (position === 0) return [];
  const rows: Row[] = [];
  try {
    for await (const row of read(client.asRecorded(position), id, signal)) rows.push(row);
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return [];
    throw error;
  }
  return rows;
}

/** A single answer, without what it says of itself. */
async function* one(answer: Promise<object>): AsyncGenerator<Row> {
  const {
    position: _position,
    projectionVersion: _version,
    asOf: _asOf,
    ...row
  } = { asOf: '', ...(await answer) } as Row;
  yield row;
}

function keyBy(...fields: readonly string[]): (row: Row) => string {
  return (row) => fields.map((field) => String(row[field])).join(' ');
}
