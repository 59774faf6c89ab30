import type { RecordedEvent } from '@streakline/events';
import {
  addAmount,
  createTestStore,
  tallyProjection,
  type TallyOptions,
  type TestStore,
  until,
} from '@streakline/testing';
import type { Pool } from 'pg';
import { compareVersions } from '../compare/compare-versions';
import { Projector } from '../projecting/projector';
import { rebuild } from '../rebuild/rebuild';
import { projectionsMigrations } from '../schema/projections-tables';
import { listParked } from './list-parked';
import { retryParked } from './retry-parked';

describe('a parked key that is tried again', () => {
  let made: TestStore;
  let projector: Projector;
  let poisonous: Set<number>;
  let published: string[];
  beforeEach(async () => {
    made = await createTestStore({ migrations: projectionsMigrations });
    [poisonous, published] = [new Set(), []];
    projector = new Projector(parts());
    await projector.start();
  });
  afterEach(async () => {
    await projector.stop();
    await made.dispose();
  });

  // A fault of the fold's, which a new release mends: the amounts themselves are fine.
  const onApply = ({ data }: RecordedEvent) => {
    const { amount } = data as { amount: number };
    if (poisonous.has(amount)) throw new Error(`${amount} is too much`);
  };
  const publish: TallyOptions['publish'] = async (_, changed) => {
    for (const { key, events } of changed) published.push(`${key} ${events.map((e) => e.position).join()}`);
  };
  const parts = () => ({
    pool: made.database.pool,
    store: made.store,
    projection: tallyProjection({ onApply, publish }),
  });
  const add = (keys: readonly string[], amount: number) => addAmount(made.store, keys, amount);
  const totals = async () => {
    const { rows } = await made.database.pool.query<{ key: string; total: number }>(
      `SELECT key, total FROM tally_v1.totals ORDER BY key`,
    );
    return Object.fromEntries(rows.map(({ key, total }) => [key, total]));
  };

  it('is listed with its first event, its reason and how many wait', async () => {
    poisonous.add(100);
    const position = await add(['good', 'bad'], 1);
    await add(['bad'], 100);
    await projector.waitUntil(await add(['bad'], 2));
    expect(await listParked(made.database.pool, 'tally')).toEqual([
      {
        projection: 'tally',
        version: 1,
        key: 'tally:bad',
        position: position + 1,
        reason: 'Error: 100 is too much',
        events: 2,
        at: expect.any(Number),
      },
    ]);
    expect(await listParked(made.database.pool)).toHaveLength(1);
    expect(await listParked(made.database.pool, 'another')).toEqual([]);
  });

  it('goes on when its fold is mended, and the running projector goes on with it', async () => {
    poisonous.add(100);
    await add(['bad', 'good'], 1);
    const first = await add(['bad'], 100);
    await projector.waitUntil(await add(['bad'], 2));
    poisonous.clear();
    published.splice(0);
    expect(await retryParked(parts(), { key: 'tally:bad' })).toEqual({ outcome: 'folded', events: 2 });
    expect(await totals()).toEqual({ 'tally:bad': 103, 'tally:good': 1 });
    expect(published).toEqual([`tally:bad ${first},${first + 1}`]);
    await projector.waitUntil(await add(['bad', 'good'], 10));
    expect(await totals()).toEqual({ 'tally:bad': 113, 'tally:good': 11 });
    expect(await listParked(made.database.pool)).toEqual([]);
    const { version } = await rebuild(parts(), { keepOld: true });
    expect(await compareVersions(made.database.pool, parts().projection, 1, version)).toMatchObject({ equal: true });
  });

  it('is parked again where a later event cannot be folded either, with what came before it folded', async () => {
    poisonous.add(100).add(200);
    for (const amount of [1, 100, 2]) await add(['bad'], amount);
    const later = await add(['bad'], 200);
    await projector.waitUntil(await add(['bad'], 3));
    const [{ at } = { at: 0 }] = await listParked(made.database.pool);
    poisonous.delete(100);
    expect(await retryParked(parts(), { key: 'tally:bad' })).toEqual({
      outcome: 'parkedAgain',
      events: 2,
      position: later,
      reason: 'Error: 200 is too much',
    });
    expect(await totals()).toEqual({ 'tally:bad': 103 });
    await projector.waitUntil(await add(['bad'], 4));
    const [again] = await listParked(made.database.pool);
    expect(again).toMatchObject({ position: later, events: 3, reason: 'Error: 200 is too much' });
    expect(again?.at).toBeGreaterThanOrEqual(at);
    expect(await totals()).toEqual({ 'tally:bad': 103 });
  });

  it('changes nothing where it still cannot be folded, or was never parked', async () => {
    poisonous.add(100);
    const position = await add(['bad'], 100);
    await projector.waitUntil(await add(['good'], 1));
    const reason = 'Error: 100 is too much';
    const expected = { outcome: 'parkedAgain', events: 0, position, reason };
    expect(await retryParked(parts(), { key: 'tally:bad' })).toEqual(expected);
    expect(await listParked(made.database.pool)).toMatchObject([{ position, reason, events: 1 }]);
    for (const key of ['tally:good', 'tally:unknown', 'nobody takes it']) {
      expect(await retryParked(parts(), { key })).toEqual({ outcome: 'notParked' });
    }
  });

  it('is mended in the version that serves once a swap is over that it had to wait for', async () => {
    poisonous.add(100);
    await add(['bad'], 1);
    await projector.waitUntil(await add(['bad'], 100));
    await rebuild(parts(), { keepOld: true });
    await projector.stop();
    poisonous.clear();
    const { pool } = made.database;
    const swap = await pool.connect();
    await swap.query('BEGIN; SELECT FROM projections.checkpoints WHERE version = 2 FOR UPDATE');
    await swap.query('UPDATE projections.serving SET version = 1');
    const retried = retryParked(parts(), { key: 'tally:bad' });
    await until('it waits for the swap', () => waitsForALock(pool));
    await swap.query('COMMIT');
    swap.release();
    expect(await retried).toEqual({ outcome: 'folded', events: 1 });
    expect(await totals()).toEqual({ 'tally:bad': 101 });
    expect(await listParked(pool)).toEqual([]);
  });

  it('is left to the program whose definition serves', async () => {
    poisonous.add(100);
    await projector.waitUntil(await add(['bad'], 100));
    const projection = tallyProjection({ definition: 2 });
    expect(await retryParked({ ...parts(), projection }, { key: 'tally:bad' })).toEqual({ outcome: 'superseded' });
  });
});

async function waitsForALock(pool: Pool): Promise<boolean> {
  const { rows } = await pool.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}
