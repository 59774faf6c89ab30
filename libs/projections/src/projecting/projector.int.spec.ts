import { addAmount as add, createTestStore, tallyProjection, type TestStore, until } from '@streakline/testing';
import { compareVersions } from '../compare/compare-versions';
import type { Projection } from '../contract/projection';
import { LaggingError } from '../reading/lagging-error';
import { ReadSide } from '../reading/read-side';
import { rebuild } from '../rebuild/rebuild';
import { projectionsMigrations } from '../schema/projections-tables';
import { projectionStatus } from '../status/projection-statuses';
import { servingVersion, versionsOf } from '../versions/version-registry';
import { Projector } from './projector';

describe('a projector', () => {
  let made: TestStore;
  const running: Projector[] = [];
  beforeEach(async () => {
    made = await createTestStore({ migrations: projectionsMigrations });
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((projector) => projector.stop()));
    await made.dispose();
  });

  const parts = (projection = tallyProjection()) => ({ pool: made.database.pool, store: made.store, projection });
  const start = async (projection = tallyProjection(), options: { cacheBytes?: number; maxBatch?: number } = {}) => {
    const projector = new Projector({ ...parts(projection), ...options });
    running.push(projector);
    await projector.start();
    return projector;
  };
  const totals = async (version = 1): Promise<Record<string, number>> => {
    const { rows } = await made.database.pool.query<{ key: string; total: number }>(
      `SELECT key, total FROM tally_v${version}.totals ORDER BY key`,
    );
    return Object.fromEntries(rows.map(({ key, total }) => [key, total]));
  };
  /** Live rows against a rebuild of the same events. */
  const expectEqualToRebuild = async () => {
    const rebuilt = await rebuild(parts(), { keepOld: true });
    const comparison = await compareVersions(
      made.database.pool,
      tallyProjection(),
      rebuilt.replaced ?? 0,
      rebuilt.version,
    );
    expect(comparison).toMatchObject({ equal: true, differences: [] });
    return comparison;
  };

  it('makes version 1 of an empty store and follows what is appended', async () => {
    const projector = await start();
    await add(made.store, ['a'], 1.1);
    const position = await add(made.store, ['a', 'b'], 2.2);
    expect(await projector.waitUntil(position)).toBe(true);
    expect(await totals()).toEqual({ 'tally:a': 1.1 + 2.2, 'tally:b': 2.2 });
    expect(projector.status()).toMatchObject({ state: 'following', version: 1, position, problem: null });
  });

  it('moves every partition past events that concern none of its keys', async () => {
    const projector = await start();
    const position = await add(made.store, [], 1);
    await projector.waitUntil(position);
    const status = await projectionStatus(parts(), projector);
    expect(status.partitions).toEqual(
      Array.from({ length: 12 }, (_, partition) => ({ partition, position, lag: { events: 0, seconds: 0 } })),
    );
    expect(status).toMatchObject({
      name: 'tally',
      version: 1,
      definition: 1,
      state: 'live',
      position,
      head: position,
      lag: { events: 0, seconds: 0 },
      parked: 0,
    });
  });

  it('writes the rows that a rebuild writes, with a cache too small to hold anything', async () => {
    const projector = await start(tallyProjection(), { cacheBytes: 1, maxBatch: 3 });
    let position = 0;
    for (let at = 0; at < 60; at += 1) position = await add(made.store, [`k${at % 7}`, `k${at % 11}`], (at % 5) - 2);
    await projector.waitUntil(position);
    const { rows } = await expectEqualToRebuild();
    expect(rows['totals']?.[0]).toBeGreaterThan(0);
  });

  it('deletes rows that are no more', async () => {
    const projector = await start();
    await projector.waitUntil(await add(made.store, ['a'], 5));
    expect(await totals()).toEqual({ 'tally:a': 5 });
    await projector.waitUntil(await add(made.store, ['a'], -5));
    expect(await totals()).toEqual({});
  });

  it('starts over from the checkpoints when another projector was there, and doubles nothing', async () => {
    const [one, other] = [await start(), await start()];
    let position = 0;
    for (let at = 0; at < 40; at += 1) position = await add(made.store, ['a', `b${at % 3}`], at);
    await Promise.all([one.waitUntil(position, 20_000), other.waitUntil(position, 20_000)]);
    expect((await totals())['tally:a']).toBe((39 * 40) / 2);
    await expectEqualToRebuild();
  });

  it('forgets its states when a transaction failed, and reads them from the facts at rest', async () => {
    const loads: string[] = [];
    const projector = await start(tallyProjection({ onLoad: (keys) => loads.push(...keys) }));
    await projector.waitUntil(await add(made.store, ['a'], 1));
    await projector.waitUntil(await add(made.store, ['a'], 2));
    expect(loads).toEqual(['tally:a']);
    await made.database.pool.query(`ALTER TABLE tally_v1.totals RENAME TO away`);
    const position = await add(made.store, ['a'], 4);
    await until('the failure shows', () => projector.status().state === 'retrying');
    expect(projector.status().problem).toContain('totals');
    await made.database.pool.query(`ALTER TABLE tally_v1.away RENAME TO totals`);
    await projector.waitUntil(position);
    expect(loads.length).toBeGreaterThan(1);
    expect(await totals()).toEqual({ 'tally:a': 7 });
    expect(projector.status()).toMatchObject({ state: 'following', problem: null });
  });

  it('does not wait for ever for one that froze in the middle of a transaction, whose late write fails', async () => {
    let thaw = (): void => undefined;
    const thawed = new Promise<void>((resolve) => (thaw = resolve));
    let isFrozen = false;
    const freeze = () => ((isFrozen = true), thawed);
    const frozen = await start(tallyProjection({ publish: freeze }));
    const position = await add(made.store, ['a'], 1);
    await until('it holds its checkpoints', () => isFrozen);
    const other = await start();
    // PostgreSQL ends the session of the frozen one after ten seconds without a word from it.
    expect(await other.waitUntil(position, 30_000)).toBe(true);
    const later = await add(made.store, ['a'], 2);
    expect(await other.waitUntil(later, 30_000)).toBe(true);
    thaw();
    await until(
      'the late write has failed',
      () => frozen.status().problem !== null || frozen.status().position >= later,
    );
    expect(await frozen.waitUntil(later, 20_000)).toBe(true);
    expect(await totals()).toEqual({ 'tally:a': 3 });
    await expectEqualToRebuild();
  });

  it('survives the loss of every connection', async () => {
    const projector = await start();
    await projector.waitUntil(await add(made.store, ['a'], 1));
    await made.database.pool.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    const position = await add(made.store, ['a'], 2).catch(() => add(made.store, ['a'], 2));
    expect(await projector.waitUntil(position, 20_000)).toBe(true);
    expect((await totals())['tally:a']).toBeGreaterThanOrEqual(3);
    await expectEqualToRebuild();
  });

  it('parks a key from its first event that cannot be folded, and lets the others go on', async () => {
    const projector = await start();
    await add(made.store, ['good', 'bad'], 1);
    const poison = await add(made.store, ['good2', 'bad'], undefined);
    await add(made.store, ['good', 'bad'], 2);
    await projector.waitUntil(await add(made.store, ['bad'], 3));
    expect(await totals()).toEqual({ 'tally:bad': 1, 'tally:good': 3 });
    const { rows } = await made.database.pool.query(
      `SELECT key, position::int, reason FROM projections.parked ORDER BY key, position`,
    );
    expect(rows).toEqual([
      { key: 'tally:bad', position: poison, reason: 'Error: this amount is poison' },
      {
        key: 'tally:bad',
        position: poison + 1,
        reason: `The key is frozen since its event at position ${poison} was parked.`,
      },
      {
        key: 'tally:bad',
        position: poison + 2,
        reason: `The key is frozen since its event at position ${poison} was parked.`,
      },
      { key: 'tally:good2', position: poison, reason: 'Error: this amount is poison' },
    ]);
    expect((await projectionStatus(parts())).parked).toBe(4);
    await expectEqualToRebuild();
    expect((await projectionStatus(parts())).parked).toBe(4);
  });

  it('keeps a key frozen over a restart and a checkpoint that was moved back', async () => {
    const first = await start();
    await add(made.store, ['bad'], 1);
    const poison = await add(made.store, ['bad'], undefined);
    await first.waitUntil(poison);
    await first.stop();
    await made.database.pool.query('UPDATE projections.checkpoints SET position = 0');
    const second = await start();
    await second.waitUntil(await add(made.store, ['bad'], 2));
    expect(await totals()).toEqual({ 'tally:bad': 1 });
    expect((await projectionStatus(parts())).parked).toBe(2);
  });

  it('follows the version that a rebuild put in its place', async () => {
    const projector = await start();
    await projector.waitUntil(await add(made.store, ['a'], 1));
    const rebuilt = await rebuild(parts());
    expect(rebuilt).toMatchObject({ version: 2, replaced: 1, loaded: { keys: 1, events: 1, rows: 2, parked: 0 } });
    const position = await add(made.store, ['a'], 2);
    await until(
      'version 2 is followed',
      () => projector.status().version === 2 && projector.status().position >= position,
    );
    expect(await totals(2)).toEqual({ 'tally:a': 3 });
    expect((await versionsOf(made.database.pool, 'tally')).map(({ version }) => version)).toEqual([2]);
  });

  it('rebuilds side by side when the definition in the code is another one', async () => {
    await (await start()).waitUntil(await add(made.store, ['a'], 1));
    await running.splice(0)[0]?.stop();
    await start(tallyProjection({ definition: 10 }));
    expect(await servingVersion(made.database.pool, 'tally')).toEqual({ version: 2, definition: 10 });
    expect(await totals(2)).toEqual({ 'tally:a': 10 });
  });

  it('gives a rebuild up when it is stopped, and begins it anew at the next start', async () => {
    const old = await start();
    await old.waitUntil(await add(made.store, ['a'], 1));
    await old.stop();
    const newer = tallyProjection({ definition: 10 });
    const stopsAtFirstEvent: Projection = {
      ...newer,
      folds: newer.folds.map((fold) => ({ ...fold, apply: (...given) => (void stopped.stop(), fold.apply(...given)) })),
    };
    const stopped = new Projector(parts(stopsAtFirstEvent));
    await expect(stopped.start()).rejects.toThrow('stopped during its rebuild');
    expect(await servingVersion(made.database.pool, 'tally')).toEqual({ version: 1, definition: 1 });
    await start(newer);
    expect(await servingVersion(made.database.pool, 'tally')).toMatchObject({ definition: 10 });
  });

  it('does not write into a version of another definition', async () => {
    const old = await start();
    await start(tallyProjection({ definition: 10 }));
    await until('the old program has stepped aside', () => old.status().state === 'superseded');
    expect(old.status().problem).toContain('definition 10');
    await running[1]?.waitUntil(await add(made.store, ['a'], 1));
    expect(await totals(2)).toEqual({ 'tally:a': 10 });
  });

  it('folds again what a PostgreSQL that crashed has forgotten, though nothing is appended', async () => {
    const projector = await start();
    const { pool } = made.database;
    await projector.waitUntil(await add(made.store, ['a', 'b'], 1));
    await pool.query('CREATE TABLE kept AS SELECT partition, position FROM projections.checkpoints');
    const position = await add(made.store, ['a'], 2);
    await projector.waitUntil(position);
    // What a crash leaves: rows and checkpoints of one moment, before the last batch.
    await pool.query(`
      BEGIN;
      UPDATE projections.checkpoints SET position = kept.position FROM kept WHERE kept.partition = checkpoints.partition;
      DELETE FROM tally_v1.amounts WHERE amount = 2;
      UPDATE tally_v1.totals SET total = 1, count = 1, nested = '{"key":"tally:a","total":1}' WHERE key = 'tally:a';
      COMMIT`);
    await until('it is folded again', async () => (await totals())['tally:a'] === 3);
    expect(projector.status()).toMatchObject({ state: 'following', position, problem: null });
    await expectEqualToRebuild();
  });

  it('answers readers at one position, and lets them wait for one', async () => {
    await start();
    const readSide = new ReadSide({ ...parts(), projection: 'tally', waitMs: 100 });
    const position = await add(made.store, ['a'], 1);
    const seen = await readSide.read({ minPosition: position }, async ({ client, schema, ...rest }) => {
      const { rows } = await client.query<{ total: number }>(`SELECT total FROM ${schema}.totals`);
      return { rows, ...rest };
    });
    expect(seen).toEqual({ rows: [{ total: 1 }], position, projectionVersion: 1, definition: 1, head: position });
    const error = await readSide
      .read({ minPosition: position + 5 }, () => Promise.resolve())
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LaggingError);
    expect(error).toMatchObject({ position, head: position });
  });
});
