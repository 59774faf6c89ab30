import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import { spawnTypeScript, until } from '@streakline/testing';
import { interleaved, marketHistory } from './market-history';
import { createProjectedMarket, type ProjectedMarket } from './projected-market';
import { RandomSource } from './random-source';

const PROCESS = join(__dirname, 'teller-process.ts');

/** Invariant 4: SIGKILL at any step, then restart: nothing lost, nothing doubled. */
describe('a process that is killed while it appends and projects', () => {
  let market: ProjectedMarket;
  beforeEach(async () => {
    market = await createProjectedMarket();
  });
  afterEach(() => market.dispose());

  const seed = Number(process.env['STREAKLINE_SEED'] ?? randomInt(1_000_000));
  const start = () => spawnTypeScript(PROCESS, [market.made.url, String(seed)]);
  const kill = async ({ child, exited }: ReturnType<typeof start>) => {
    child.kill('SIGKILL');
    await exited;
  };
  /** Holds a process at the moment when it wants to write a table, and kills it there. */
  const killWhileItWaitsFor = async (table: string) => {
    const client = await market.made.database.pool.connect();
    await client.query(`BEGIN; LOCK TABLE ${table} IN EXCLUSIVE MODE`);
    const running = start();
    await until(`it waits to write ${table}`, async () => {
      const { rows } = await client.query(
        `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '${table}'::regclass`,
      );
      return rows.length > 0;
    });
    await kill(running);
    await client.query('ROLLBACK');
    client.release();
  };
  /** Lets a process come to the end, then holds all it left behind against a rebuild. */
  const expectNothingLost = async () => {
    const last = start();
    for (let line = ''; line !== 'done';) line = await last.nextLine();
    await kill(last);
    expect(await market.made.store.head()).toBe(interleaved(marketHistory(seed), seed).length);
    const comparison = await market.againstRebuild();
    expect(comparison.differences).toEqual([]);
    expect(comparison.rows['price_streaks']?.[0]).toBeGreaterThan(0);
    const { rows } = await market.made.database.pool.query(
      `SELECT nspname FROM pg_namespace WHERE nspname LIKE 'dossiers_v%'`,
    );
    expect(rows).toHaveLength(2);
  };

  it(`at random moments, loses nothing and doubles nothing (seed ${seed})`, async () => {
    const random = new RandomSource(seed);
    for (let kills = 0; kills < 4; kills += 1) {
      const running = start();
      await running.nextLine();
      await new Promise((resolve) => setTimeout(resolve, random.whole(0, 250)));
      await kill(running);
    }
    await expectNothingLost();
  }, 120_000);

  it(`between the append and the commit, while it waits to write checkpoints, facts or rows (seed ${seed})`, async () => {
    await (await market.start()).stop();
    for (const table of [
      'projections.checkpoints',
      'dossiers_v1.facts',
      'dossiers_v1.price_streaks',
      'dossiers_v1.announcement_events',
    ]) {
      await killWhileItWaitsFor(table);
    }
    await expectNothingLost();
  }, 120_000);

  it(`in a rebuild, leaves the version that serves alone, and the next start clears the rest away (seed ${seed})`, async () => {
    await (await market.start()).stop();
    const first = start();
    for (let line = ''; line !== 'done';) line = await first.nextLine();
    await kill(first);
    const { pool } = market.made.database;
    // The next start finds another definition and rebuilds; it stops where it wants to record that it has loaded.
    await pool.query('UPDATE projections.versions SET definition = definition - 1');
    await killWhileItWaitsFor('projections.checkpoints');
    expect((await pool.query('SELECT version FROM projections.serving')).rows).toEqual([{ version: 1 }]);
    expect((await pool.query('SELECT version, state FROM projections.versions ORDER BY version')).rows).toEqual([
      { version: 1, state: 'built' },
      { version: 2, state: 'building' },
    ]);
    await expectNothingLost();
    expect((await pool.query('SELECT version, state FROM projections.versions ORDER BY version')).rows).toEqual([
      { version: 3, state: 'kept' },
      { version: 4, state: 'built' },
    ]);
  }, 60_000);
});
