import type { EventStore } from '@streakline/event-store';
import type { RecordedEvent } from '@streakline/events';
import type { PoolClient } from 'pg';
import { type AnyFold, foldOf, type Projection, schemaOf } from '../contract/projection';
import type { RowsByTable } from '../contract/table';
import { park, type ParkedEvent } from '../parked/parked-events';
import { foldEvents, foldUntilFailure } from '../projecting/fold-key';
import { CopyWriter } from '../rows/copy-writer';
import { LineEncoder } from '../rows/line-encoder';
import type { ProgressMeter } from './progress';

/** What a load has done. */
export interface Loaded {
  readonly keys: number;
  /** Events folded, each counted once under every key that took it. */
  readonly events: number;
  readonly rows: number;
  readonly parked: number;
}

type Lines = readonly (readonly [table: string, lines: readonly string[]])[];

/**
 * Folds the whole store up to `head`, one key after the other, into the empty tables of a version. Only the state of
 * the key in hand is in memory.
 */
export async function loadByKey(
  client: PoolClient,
  store: EventStore,
  projection: Projection,
  version: number,
  head: number,
  progress: ProgressMeter,
): Promise<Loaded> {
  const writer = new CopyWriter(client, schemaOf(projection.name, version), projection.tables);
  const encoders = new Map(projection.tables.map((table) => [table.name, new LineEncoder(table)]));
  const encode = (rows: RowsByTable): Lines => linesByTable(encoders, rows);
  const parked: ParkedEvent[] = [];
  let keys = 0;
  let events = 0;
  for await (const group of store.readAllByKey({ upTo: head })) {
    const fold = foldOf(projection, group.key);
    if (fold) {
      const lines = await linesOf(fold, group.key, group.events, encode, parked);
      if (addLines(writer, lines)) await writer.drain();
      keys += 1;
      events += group.events.length;
    }
    const news = group.events.reduce((count, event) => count + (event.keys[0] === group.key ? 1 : 0), 0);
    await progress.add(news);
  }
  await writer.finish();
  await park(client, projection.name, version, parked);
  return { keys, events, rows: writer.rows, parked: parked.length };
}

async function linesOf(
  fold: AnyFold,
  key: string,
  events: readonly RecordedEvent[],
  encode: (rows: RowsByTable) => Lines,
  parked: ParkedEvent[],
): Promise<Lines> {
  try {
    return foldEvents(fold, events, fold.empty(key), encode).rows;
  } catch {
    const stopped = await foldUntilFailure(fold, key, events, () => Promise.resolve(fold.empty(key)), encode);
    parked.push(...stopped.parked);
    return stopped.rows;
  }
}

function addLines(writer: CopyWriter, lines: Lines): boolean {
  let full = false;
  for (const [table, ofTable] of lines) full = writer.add(table, ofTable) || full;
  return full;
}

function linesByTable(encoders: ReadonlyMap<string, LineEncoder>, rows: RowsByTable): Lines {
  return Object.entries(rows).map(([table, ofTable]) => {
    const encoder = encoders.get(table);
    if (!encoder) throw new Error(`Rows for the table "${table}", which the projection does not have.`);
    return [table, encoder.lines(ofTable)];
  });
}
