import type { QueryConfig } from 'pg';
import { int4Array, int8Array, jsonArray, textArray, uuidArray } from '../appending/binary-arrays';
import type { PreparedAppend } from '../appending/prepared-append';
import type { ExpectedVersion } from '../event-store';

/** What the server answers to a batch. Appends are named by their place in it, streams by theirs over all of it. */
export interface BatchAnswer {
  /** Position before the first event stored; null where none was. A bigint, so that pg gives it as text. */
  readonly position_before: string | null;
  readonly recorded_at: string | null;
  /** Version of each stream before. */
  readonly versions: readonly number[];
  readonly refused: readonly number[];
  readonly known: readonly number[];
}

const KEY_SEPARATOR = '\x1f';

/** The call of `append_batch`; with `allIds`, also ids drawn here are looked up: the batch may have been stored before. */
export function appendBatch(appends: readonly PreparedAppend[], allIds: boolean): QueryConfig {
  const streams = appends.flatMap((append, number) => append.streams.map((stream) => ({ ...stream, append, number })));
  const events = streams.flatMap((stream, index) => stream.events.map((event, place) => ({ event, stream, streamNo: index + 1, place: place + 1 })));
  const checked = appends.flatMap((append, number) => idsToCheck(append, allIds).map((id) => ({ number, id })));
  return {
    name: 'append-batch',
    text: 'select * from event_store.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)',
    values: [
      int4Array(streams.map(({ number }) => number)),
      textArray(streams.map(({ streamId }) => streamId)),
      int4Array(streams.map(({ expected }) => expectedAsNumber(expected))),
      int4Array(streams.map(({ events: own }) => own.length)),
      int4Array(checked.map(({ number }) => number)),
      uuidArray(checked.map(({ id }) => id)),
      int4Array(events.map(({ streamNo }) => streamNo)),
      int4Array(events.map(({ place }) => place)),
      uuidArray(events.map(({ event }) => event.id)),
      textArray(events.map(({ event }) => event.type)),
      int4Array(events.map(({ event }) => event.typeVersion)),
      int8Array(events.map(({ event }) => event.knownAt)),
      uuidArray(events.map(({ stream }) => stream.append.correlationId)),
      uuidArray(events.map(({ stream }) => stream.append.causationId)),
      textArray(events.map(({ event }) => event.keys.join(KEY_SEPARATOR))),
      jsonArray(events.map(({ event }) => event.json)),
    ],
  };
}

function idsToCheck(append: PreparedAppend, all: boolean): readonly string[] {
  return all ? append.streams.flatMap(({ events }) => events.map(({ id }) => id)) : append.givenIds;
}

function expectedAsNumber(expected: ExpectedVersion): number {
  if (expected === 'any') return -1;
  if (expected === 'exists') return -2;
  return expected === 'none' ? 0 : expected;
}
