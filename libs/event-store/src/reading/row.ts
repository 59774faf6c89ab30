import type { RecordedEvent } from '@streakline/events';

/** An event's columns in the order of `sql/columns.ts`, each as text. */
export type EventRow = [
  position: string,
  streamVersion: string | number,
  typeVersion: string | number,
  knownAt: string,
  recordedAt: string,
  type: string,
  streamId: string,
  id: string,
  correlationId: string,
  causationId: string | null,
  keys: string,
  data: string,
];

/** Place of the data in an {@link EventRow}. */
export const DATA_COLUMN = 11;

export function eventOf(row: EventRow): RecordedEvent {
  return {
    position: Number(row[0]),
    id: row[7],
    streamId: row[6],
    streamVersion: Number(row[1]),
    type: row[5],
    typeVersion: Number(row[2]),
    data: JSON.parse(row[DATA_COLUMN]),
    keys: keysOf(row[10]),
    knownAt: Number(row[3]),
    recordedAt: Number(row[4]),
    correlationId: row[8],
    causationId: row[9],
  };
}

/** Keys hold no control character, so that one can part them. */
export function keysOf(joined: string): readonly string[] {
  return joined === '' ? [] : joined.split('\x1f');
}
