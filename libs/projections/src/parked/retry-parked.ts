import type { RecordedEvent } from '@streakline/events';
import type { PoolClient } from 'pg';
import { NOTIFY_CHANNEL } from '../checkpoints/checkpoints';
import { type AnyFold, foldOf, type Projection, schemaOf } from '../contract/projection';
import type { RowsByTable } from '../contract/table';
import { partitionOf } from '../partitions/partition-of';
import { foldEvents, foldUntilFailure } from '../projecting/fold-key';
import type { RebuildParts } from '../rebuild/rebuild-parts';
import { type ChangedRows, changesBetween } from '../rows/row-changes';
import { writeChanges } from '../rows/write-changes';
import { inTransaction } from '../versions/in-transaction';
import { servingVersion } from '../versions/version-registry';
import type { ParkedEvent } from './parked-events';

/**
 * What became of a frozen key: `folded`, it goes on; `parkedAgain`, its event at `position` still cannot be folded, or
 * a later one cannot; `notParked`, nothing of it is parked in the version that serves; `superseded`, that version is of
 * another definition than this program knows. `events`: parked ones that are folded now.
 */
export type RetriedKey =
  | { readonly outcome: 'folded'; readonly events: number }
  | { readonly outcome: 'parkedAgain'; readonly events: number; readonly position: number; readonly reason: string }
  | { readonly outcome: 'notParked' }
  | { readonly outcome: 'superseded' };

/**
 * Folds a frozen key anew from all of its events, in the version that serves, while projectors run or not: they wait
 * for the key's checkpoint, find its revision raised, and read again what they remember of its partition.
 */
export async function retryParked(parts: RebuildParts, { key }: { readonly key: string }): Promise<RetriedKey> {
  const client = await parts.pool.connect();
  try {
    return await inTransaction(client, () => retryIn(client, parts, key));
  } finally {
    client.release();
  }
}

async function retryIn(client: PoolClient, { store, projection }: RebuildParts, key: string): Promise<RetriedKey> {
  const fold = foldOf(projection, key);
  const serving = await lockServing(client, projection.name, key);
  if (!fold || !serving) return { outcome: 'notParked' };
  if (serving.definition !== projection.definition) return { outcome: 'superseded' };
  const { version, position } = serving;
  const first = await firstParked(client, projection.name, version, key);
  if (position === undefined || first === undefined) return { outcome: 'notParked' };
  const events = await store.readByKey(key, { upTo: position });
  const before = (await fold.load(client, schemaOf(projection.name, version), [key])).get(key);
  const { state, rows, parked } = await foldAnew(projection, fold, key, events, before ? fold.rows(before) : {});
  await writeChanges(client, schemaOf(projection.name, version), projection.tables, rows.changes);
  const [again] = parked;
  const upTo = (again?.position ?? Infinity) - 1;
  const folded = events.filter((event) => event.position >= first && event.position <= upTo);
  if (folded.length > 0) await projection.publish?.(client, [{ key, state, events: folded }]);
  await settleParked(client, projection.name, version, key, parked);
  await raiseRevision(client, projection.name, version, key);
  if (!again) return { outcome: 'folded', events: folded.length };
  return { outcome: 'parkedAgain', events: folded.length, position: again.position, reason: again.reason };
}

async function foldAnew(
  { tables }: Projection,
  fold: AnyFold,
  key: string,
  events: readonly RecordedEvent[],
  before: RowsByTable,
) {
  const rowsOf = (after: RowsByTable): ChangedRows => changesBetween(tables, before, after);
  try {
    return { ...foldEvents(fold, events, fold.empty(key), rowsOf), parked: [] };
  } catch {
    return foldUntilFailure(fold, key, events, () => Promise.resolve(fold.empty(key)), rowsOf);
  }
}

/** The version that serves, held: with the key's partition locked no other takes its place until the transaction ends. */
async function lockServing(client: PoolClient, projection: string, key: string) {
  for (;;) {
    const serving = await servingVersion(client, projection);
    if (!serving) return undefined;
    const position = await lockPosition(client, projection, serving.version, key);
    // A swap that the lock had to wait for shows only in a statement that begins after it.
    const now = await servingVersion(client, projection);
    if (now?.version === serving.version) return { ...serving, position };
  }
}

/** Holds the key's partition where it is until the transaction ends. */
async function lockPosition(
  client: PoolClient,
  projection: string,
  version: number,
  key: string,
): Promise<number | undefined> {
  const { rows } = await client.query<{ position: string }>(
    `SELECT position FROM projections.checkpoints
      WHERE projection = $1 AND version = $2 AND partition = $3 FOR UPDATE`,
    [projection, version, partitionOf(key)],
  );
  return rows[0] && Number(rows[0].position);
}

async function firstParked(
  client: PoolClient,
  projection: string,
  version: number,
  key: string,
): Promise<number | undefined> {
  const { rows } = await client.query<{ position: string | null }>(
    `SELECT min(position) AS position FROM projections.parked WHERE projection = $1 AND version = $2 AND key = $3`,
    [projection, version, key],
  );
  const position = rows[0]?.position ?? null;
  return position === null ? undefined : Number(position);
}

/** What was folded goes; what was not keeps the moment it was parked at, with the reason of this time. */
async function settleParked(
  client: PoolClient,
  projection: string,
  version: number,
  key: string,
  parked: readonly ParkedEvent[],
): Promise<void> {
  const positions = parked.map(({ position }) => position);
  await client.query(
    `DELETE FROM projections.parked
      WHERE projection = $1 AND version = $2 AND key = $3 AND position <> ALL ($4::bigint[])`,
    [projection, version, key, positions],
  );
  await client.query(
    `INSERT INTO projections.parked (projection, version, key, position, reason)
     SELECT $1, $2, $3, position, reason FROM unnest($4::bigint[], $5::text[]) AS given (position, reason)
     ON CONFLICT (projection, version, key, position) DO UPDATE SET reason = excluded.reason`,
    [projection, version, key, positions, parked.map(({ reason }) => reason.replaceAll('\0', ''))],
  );
}

async function raiseRevision(client: PoolClient, projection: string, version: number, key: string): Promise<void> {
  await client.query(
    `WITH raised AS (
       UPDATE projections.checkpoints SET revision = revision + 1
        WHERE projection = $1 AND version = $2 AND partition = $3)
     SELECT pg_notify($4, $1)`,
    [projection, version, partitionOf(key), NOTIFY_CHANNEL],
  );
}
