import type { QueryConfig } from 'pg';

import type { PreparedAppend, PreparedEvent } from '../appending/prepared-append';
import type { ExpectedVersion } from '../event-store';
import { jsonArray, plainArray, textArray } from './array-parameters';

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
  return {
    name: 'append-batch',
    text: 'select * from event_store.append_batch($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)',
    values: [...streamColumns(appends), ...checkedIdColumns(appends, allIds), ...eventColumns(appends)],
  };
}

function streamColumns(appends: readonly PreparedAppend[]): readonly (string | Buffer)[] {
  const streams = appends.flatMap(({ streams: own }) => own);
  return [
    plainArray(appends.flatMap(({ streams: own }, number) => own.map(() => number))),
    textArray(streams.map(({ streamId }) => streamId)),
    plainArray(streams.map(({ expected }) => expectedAsNumber(expected))),
    plainArray(streams.map(({ events }) => events.length)),
  ];
}

function checkedIdColumns(appends: readonly PreparedAppend[], allIds: boolean): readonly (string | Buffer)[] {
  const idsOf = (append: PreparedAppend) =>
    allIds ? append.streams.flatMap(({ events }) => events.map(({ id }) => id)) : append.givenIds;
  return [
    plainArray(appends.flatMap((append, number) => idsOf(append).map(() => number))),
    plainArray(appends.flatMap(idsOf)),
  ];
}

/** The columns of all events, gathered in one walk: a batch is put together some hundred times a second. */
function eventColumns(appends: readonly PreparedAppend[]): readonly (string | Buffer)[] {
  const [streamNos, places]: [number[], number[]] = [[], []];
  const [correlations, causations]: [string[], (string | null)[]] = [[], []];
  const events: PreparedEvent[] = [];
  let streamNo = 0;
  for (const { streams, correlationId, causationId } of appends) {
    for (const stream of streams) {
      streamNo++;
      let place = 0;
      for (const event of stream.events) {
        streamNos.push(streamNo);
        places.push(++place);
        correlations.push(correlationId);
        causations.push(causationId);
        events.push(event);
      }
    }
  }
  return [
    plainArray(streamNos),
    plainArray(places),
    plainArray(events.map(({ id }) => id)),
    textArray(events.map(({ type }) => type)),
    plainArray(events.map(({ typeVersion }) => typeVersion)),
    plainArray(events.map(({ knownAt }) => knownAt)),
    plainArray(correlations),
    plainArray(causations),
    textArray(events.map(({ keys }) => keys.join(KEY_SEPARATOR))),
    jsonArray(events.map(({ json }) => json)),
  ];
}

function expectedAsNumber(expected: ExpectedVersion): number {
  if (expected === 'any') return -1;
  if (expected === 'exists') return -2;
  return expected === 'none' ? 0 : expected;
}
