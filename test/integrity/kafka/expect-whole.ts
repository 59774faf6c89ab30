import {
  compareVersions,
  partitionOf,
  type Projection,
  Projector,
  rebuild,
  schemaOf,
  servingVersion,
} from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import { concernsPartitions } from '@streakline/relay';
import { expectNoGaps, readEventsTopic } from '@streakline/testing';
import { expectInsightsWhole } from './expect-insights';
import { embeddedProjection, type KafkaRun } from './kafka-run';
import type { Telling } from './telling';

/**
 * What every fault must leave behind, once it is over: everything that was acknowledged is stored, once; the rows are
 * those of a rebuild from zero and those of an embedded run on the same events; insights were told once and are those of
 * the events; and the topic steps over nothing.
 */
export async function expectWhole(run: KafkaRun, telling: Telling): Promise<void> {
  await telling.end();
  await expectStoredOnce(run, telling);
  await expectReadModelsWhole(run);
  await expectInsightsWhole(run, telling);
  await expectTopicWithoutGaps(run);
}

/** The rows over Kafka, at the store's head, are those of an embedded run and those of a rebuild from zero. */
export async function expectReadModelsWhole(run: KafkaRun): Promise<void> {
  const head = await run.settle();
  await run.killAll();
  await expectEqualToTheEmbeddedRun(run, head);
  await expectParkedAlike(run);
  await expectEqualToARebuild(run);
}

/** What was acknowledged is what is stored, at positions without a gap. */
export async function expectStoredOnce({ made }: KafkaRun, { receipts }: Telling): Promise<void> {
  const { rows } = await made.database.pool.query<{ position: string; id: string }>(
    'SELECT position, id FROM event_store.events ORDER BY position',
  );
  expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_, index) => index + 1));
  expect(new Map(rows.map(({ position, id }) => [Number(position), id]))).toEqual(
    new Map([...receipts].sort(([a], [b]) => a - b)),
  );
}

async function expectEqualToTheEmbeddedRun({ made }: KafkaRun, head: number): Promise<void> {
  const { pool } = made.database;
  // In small batches: by its feed, as it would have been live.
  const embedded = new Projector({ pool, store: made.store, projection: embeddedProjection, maxBatch: 100 });
  await embedded.start();
  expect(await embedded.waitUntil(head, 60_000)).toBe(true);
  await embedded.stop();
  const serving = await servingVersion(pool, dossiersProjection.name);
  for (const { name } of dossiersProjection.tables) {
    const [ours, theirs] = [
      `${schemaOf(dossiersProjection.name, serving?.version ?? 0)}.${name}`,
      `${schemaOf(embeddedProjection.name, 1)}.${name}`,
    ];
    const { rows } = await pool.query(
      `(SELECT 'only over Kafka' AS side, kept::text FROM ${ours} AS kept EXCEPT ALL SELECT 'only over Kafka', kept::text FROM ${theirs} AS kept)
       UNION ALL
       (SELECT 'only embedded', kept::text FROM ${theirs} AS kept EXCEPT ALL SELECT 'only embedded', kept::text FROM ${ours} AS kept) LIMIT 5`,
    );
    expect({ table: name, rows }).toEqual({ table: name, rows: [] });
  }
}

async function expectEqualToARebuild({ made: { database, store } }: KafkaRun): Promise<void> {
  const parts = { pool: database.pool, store, projection: dossiersProjection };
  const { version, replaced } = await rebuild(parts, { keepOld: true });
  const comparison = await compareVersions(parts.pool, dossiersProjection, replaced ?? 0, version);
  expect(comparison.differences).toEqual([]);
  // Nothing equals nothing as well: there must be something to compare.
  const tables = ['facts', 'instruments', 'price_streaks', 'announcements'];
  expect(Math.min(...tables.map((table) => comparison.rows[table]?.[0] ?? 0))).toBeGreaterThan(0);
}

/** What cannot be folded is parked, by every way alike; here nothing is, but for what a test planted. */
async function expectParkedAlike({ made, plantedPoison }: KafkaRun): Promise<void> {
  const sql = `SELECT key, position, reason FROM projections.parked WHERE projection = $1 ORDER BY key, position`;
  const parkedOf = async ({ name }: Projection) => (await made.database.pool.query(sql, [name])).rows as unknown[];
  const [ours, theirs] = [await parkedOf(dossiersProjection), await parkedOf(embeddedProjection)];
  expect(ours).toEqual(theirs);
  expect(ours.length > 0).toBe(plantedPoison);
}

export async function expectTopicWithoutGaps({ kafka, made, topics }: KafkaRun): Promise<void> {
  const owed: number[][] = Array.from({ length: topics.events.partitions }, () => []);
  for await (const events of made.store.readAll()) {
    for (const { keys, position } of events)
      for (const partition of new Set(keys.filter(concernsPartitions).map(partitionOf)))
        owed[partition]?.push(position);
  }
  const partitions = await readEventsTopic(kafka, topics.events.name);
  partitions.forEach((records, partition) => expectNoGaps(records, owed[partition] ?? []));
}
