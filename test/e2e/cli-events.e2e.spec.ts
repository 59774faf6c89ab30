import { copyFileSync, existsSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { createTestStore, type TestStore, until } from '@streakline/testing';
import { interleaved, marketHistory, tell } from '../integrity/market-history';
import { createProjectedMarket } from '../integrity/projected-market';
import { seed } from '../integrity/random-source';
import { serve, startStreakline, streakline, temporaryFolder } from './cli-process';

/** Every row of the tables of a schema, as text, whatever the order in which they were written. */
async function rowsOf(made: TestStore, schema: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const { pool } = made.database;
  const tables = await pool.query<{ name: string }>(
    'select table_name as name from information_schema.tables where table_schema = $1',
    [schema],
  );
  const rows: Record<string, readonly string[]> = {};
  for (const { name } of tables.rows) {
    const found = await pool.query<{ row: string }>(`select t::text as row from ${schema}.${name} t`);
    rows[name] = found.rows.map(({ row }) => row).sort();
  }
  return rows;
}

/** Small events in numbers, as the store's own append would have written them. */
const many = (count: number) => `
with drawn as (update event_store.counter set position = ${count}, recorded_at = 1772197200000 + ${count} returning position),
stored as (
  insert into event_store.events
  select n, gen_random_uuid(), 'stream-' || n % 100, 1 + n / 100, 'SomethingHappened', 1, 1772197200000 + n, 1772197200000 + n,
    gen_random_uuid(), null, array['key-' || n % 50], json_build_object('number', n)
  from generate_series(1, ${count}) n
)
insert into event_store.event_keys select 'key-' || n % 50, n from generate_series(1, ${count}) n`;

/** What export and import say with --json. */
interface Outcome {
  readonly events: number;
  readonly sha256: string;
  readonly stored: number;
  readonly alreadyThere: number;
}

describe('streakline events', () => {
  const folder = temporaryFolder();
  const made: { dispose(): Promise<void> }[] = [];
  const aStore = async (): Promise<TestStore> => {
    const store = await createTestStore();
    made.push(store);
    return store;
  };
  afterAll(async () => {
    for (const each of made) await each.dispose();
  });
  /** Until an import is in the middle of a transaction: its events are written, its keys wait for a lock. */
  const waiting = (lock: PoolClient) =>
    until('it waits to write keys', async () => {
      const { rows } = await lock.query('select 1 from pg_locks where not granted');
      return rows.length > 0;
    });
  const json = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await streakline(['events', ...args, '--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as Outcome;
  };

  it(`brings a market to another database, where all rows, and the read models built of them, are the same (seed ${seed})`, async () => {
    const [source, target] = [await createProjectedMarket(), await createProjectedMarket()];
    made.push(source, target);
    const position = await tell(source.made.store, interleaved(marketHistory(seed), seed));
    const file = join(folder, 'market.ndjson.gz');
    const exported = await json('export', '--out', file, '--database-url', source.made.url);
    expect(exported).toMatchObject({ file, firstPosition: 1, lastPosition: position, events: position });
    const imported = await json('import', file, '--database-url', target.made.url);
    expect(imported).toMatchObject({ stored: position, alreadyThere: 0, sha256: exported.sha256 });
    expect(await rowsOf(target.made, 'event_store')).toEqual(await rowsOf(source.made, 'event_store'));
    for (const market of [source, target]) {
      await (await market.start()).waitUntil(position, 30_000);
      expect((await market.againstRebuild()).differences).toEqual([]);
    }
    const built = await rowsOf(target.made, 'dossiers_v2');
    expect(built['price_streaks']?.length).toBeGreaterThan(0);
    expect(built).toEqual(await rowsOf(source.made, 'dossiers_v2'));
  }, 120_000);

  it('import goes on where it was after a SIGKILL within a transaction and after one between two', async () => {
    const [source, target] = [await aStore(), await aStore()];
    await source.database.pool.query(many(25_000));
    const file = join(folder, 'many.ndjson.gz');
    await json('export', '--out', file, '--database-url', source.url);
    const importing = ['events', 'import', file, '--database-url', target.url];

    const lock = await target.database.pool.connect();
    await lock.query('begin; lock table event_store.event_keys in exclusive mode');
    const first = startStreakline(importing);
    await waiting(lock);
    first.child.kill('SIGKILL');
    await first.finished;
    await lock.query('rollback');
    lock.release();
    await until('the dead session is gone', async () => {
      const { rows } = await target.database.pool.query(
        `select 1 from pg_stat_activity where datname = current_database() and query ilike 'insert into event_store.event_keys%' and pid <> pg_backend_pid()`,
      );
      return rows.length === 0;
    });
    expect(await target.store.head()).toBe(0);

    const second = startStreakline(importing);
    await until('a part of it is stored', async () => (await target.store.head()) > 0);
    second.child.kill('SIGKILL');
    await second.finished;

    const { alreadyThere, stored } = await json('import', file, '--database-url', target.url);
    expect(alreadyThere + stored).toBe(25_000);
    expect(alreadyThere % 10_000 === 0 || alreadyThere === 25_000).toBe(true);
    expect(await rowsOf(target, 'event_store')).toEqual(await rowsOf(source, 'event_store'));
  }, 120_000);

  it('moves the data of one server to another: into a folder that is made, and beside a server that runs on it', async () => {
    const [old, young] = [join(folder, 'old'), join(folder, 'young')];
    const server = await serve(old);
    const listed = { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon.com, Inc.', currency: 'USD' };
    const headers = { 'Content-Type': 'application/json' };
    await fetch(`${server.url}/v1/instruments`, { method: 'POST', headers, body: JSON.stringify(listed) });
    // The listing and the name that it gave.
    const file = join(folder, 'server.ndjson.gz');
    expect((await json('export', '--out', file, '--data-dir', old)).events).toBe(2);
    await server.kill('process', 'SIGTERM');
    expect((await json('import', file, '--data-dir', young)).stored).toBe(2);
    const moved = await serve(young);
    const instrument = await fetch(`${moved.url}/v1/instruments/XNAS:AMZN?minPosition=2`);
    expect(await instrument.json()).toMatchObject({ name: 'Amazon.com, Inc.' });
    expect((await json('import', file, '--data-dir', young)).alreadyThere).toBe(2);
    await moved.kill('process', 'SIGTERM');
  }, 120_000);

  it('checks a file without a database, and says in a line what is wrong with it', async () => {
    const source = await aStore();
    await source.database.pool.query(many(100));
    const file = join(folder, 'hundred.ndjson.gz');
    await json('export', '--out', file, '--database-url', source.url, '--from-position', '11', '--to-position', '60');
    expect(await json('import', file, '--check')).toMatchObject({ firstPosition: 11, lastPosition: 60, events: 50 });
    const short = join(folder, 'short.ndjson.gz');
    copyFileSync(file, short);
    truncateSync(short, readFileSync(file).length - 1);
    const { code, stdout, stderr } = await streakline(['events', 'import', short, '--data-dir', join(folder, 'none')]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^streakline: .*short\.ndjson\.gz: .*cut short.*\n$/);
    // Nothing was made for a file that is not taken.
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  it.each([
    [['events', 'export'], /--out/],
    [['events', 'export', '--out', 'x', '--from-position', '0'], /whole number from 1/],
    [['events', 'export', '--out', 'x', '--from-position', '5', '--to-position', '4'], /after --to-position/],
    [['events', 'import', '/no/such/file'], /\/no\/such\/file cannot be read/],
    [['events', 'import', '/'], /cannot be read/],
  ])('tells %j from what it takes', async (args, message) => {
    const { code, stderr } = await streakline(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });

  it('stopped by Ctrl-C, leaves what is stored, exits 130 and says how to go on', async () => {
    const [source, target] = [await aStore(), await aStore()];
    await source.database.pool.query(many(12_000));
    const file = join(folder, 'stopped.ndjson.gz');
    await json('export', '--out', file, '--database-url', source.url);
    const lock = await target.database.pool.connect();
    await lock.query('begin; lock table event_store.event_keys in exclusive mode');
    const running = startStreakline(['events', 'import', file, '--database-url', target.url]);
    await waiting(lock);
    running.child.kill('SIGINT');
    await lock.query('rollback');
    lock.release();
    const { code, stderr } = await running.finished;
    expect({ code, stderr }).toEqual({
      code: 130,
      stderr: 'streakline: interrupted: what was stored stays, and the same command goes on from there\n',
    });
    expect(await target.store.head()).toBe(10_000);
    expect((await json('import', file, '--database-url', target.url)).stored).toBe(2_000);
  });
});
