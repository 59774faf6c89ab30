import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@streakline/embedded-postgres';
import { createTestStore, describeWithKafka, until } from '@streakline/testing';
import { readModelsMigrations } from '@streakline/read-models';
import { seed } from '../random-source';
import { expectWhole } from './expect-whole';
import { kafkaRuns, SLOWLY } from './kafka-run';
import { LONG } from './long-faults';

/** Invariant 4: SIGKILL at any step, then restart: nothing lost, nothing doubled. */
describeWithKafka('PostgreSQL under the processes', (kafka) => {
  const aRun = kafkaRuns(kafka);
  let dataDir: string;
  let postgres: EmbeddedPostgres;
  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'streakline-test-'));
    postgres = await startEmbeddedPostgres({ dataDir, durability: 'full' });
  }, 120_000);
  afterAll(async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 120_000);

  it(`restarted in good order and crashed, under load (seed ${seed})`, async () => {
    // Its crash loses the newest of the projection's transactions, which do not wait for the disk, and no event.
    const run = await aRun(await createTestStore({ migrations: readModelsMigrations, server: postgres.url }));
    const telling = run.tell({ seed });
    await Promise.all([run.start('relay'), run.start('relay'), run.start('projector')]);
    for (const signal of ['SIGINT', 'SIGKILL', 'SIGKILL'] as const) {
      await telling.more(30);
      const { pid } = postgres;
      process.kill(pid, signal);
      await until('it is another process', () => postgres.pid !== pid, SLOWLY);
    }
    await telling.more(30);
    await expectWhole(run, telling);
  }, 300_000);

  it(`with a transaction of somebody else’s open, ${LONG ? 'for a minute' : 'for a while'} (seed ${seed})`, async () => {
    const run = await aRun();
    const { pool } = run.made.database;
    const telling = run.tell({ seed });
    const stranger = await pool.connect();
    // It has an id, and a snapshot, both older than all that follows.
    await stranger.query(
      'BEGIN ISOLATION LEVEL REPEATABLE READ; CREATE TABLE unrelated (id int); INSERT INTO unrelated VALUES (1)',
    );
    await Promise.all([run.start('relay'), run.start('projector')]);
    await telling.more(40);
    if (LONG) await wait(60_000);
    const told = await run.made.store.head();
    await until('it holds back nothing', async () => (await run.position()) >= told, SLOWLY);
    const { rows } = await stranger.query('SELECT 1 FROM unrelated');
    expect(rows).toHaveLength(1);
    await stranger.query('ROLLBACK');
    stranger.release();
    await expectWhole(run, telling);
  }, 300_000);
});
