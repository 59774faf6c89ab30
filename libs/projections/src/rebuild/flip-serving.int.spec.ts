import { addAmount, createTestStore, tallyProjection, type TestStore, until } from '@streakline/testing';
import { projectionsMigrations } from '../schema/projections-tables';
import { servingVersion } from '../versions/version-registry';
import { flipServing } from './flip-serving';
import { rebuild } from './rebuild';

describe('a version that is to serve', () => {
  let made: TestStore;
  beforeEach(async () => {
    made = await createTestStore({ migrations: projectionsMigrations });
  });
  afterEach(() => made.dispose());

  it('is to be tried again where a writer holds the checkpoints crosswise', async () => {
    const { pool } = made.database;
    const parts = { pool, store: made.store, projection: tallyProjection() };
    await addAmount(made.store, ['a'], 1);
    for (let turn = 0; turn < 2; turn += 1) await rebuild(parts, { keepOld: true });
    const lock = (partition: number) =>
      writer.query('SELECT FROM projections.checkpoints WHERE version = 2 AND partition = $1 FOR UPDATE', [partition]);
    const writer = await pool.connect();
    // The other one is to be the victim.
    await writer.query(`BEGIN; SET LOCAL deadlock_timeout = '1min'`);
    await lock(7);
    const flipped = flipServing(parts, 1, 2);
    await until('it waits for the writer', async () => {
      const { rows } = await pool.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length > 0;
    });
    await lock(3);
    expect(await flipped).toBe(false);
    await writer.query('ROLLBACK');
    writer.release();
    expect(await servingVersion(pool, 'tally')).toMatchObject({ version: 2 });
    expect(await flipServing(parts, 1, 2)).toBe(true);
    expect(await servingVersion(pool, 'tally')).toMatchObject({ version: 1 });
  });
});
