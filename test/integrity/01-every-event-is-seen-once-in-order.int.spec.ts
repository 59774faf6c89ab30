import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { openDatabase, type Database } from '@streakline/database';
import { PostgresEventStore, type EventStore } from '@streakline/event-store';
import { createTestStore, spawnTypeScript, until, type TestStore } from '@streakline/testing';
import { RandomSource, seed } from './random-source';
import { writeWildly, type Receipts } from './processes/wild-writer';

/** What a subscriber saw, through all its stops and restarts. */
class Witness {
  readonly seen: string[] = [];
  private position = 0;

  constructor(
    private readonly store: EventStore,
    private readonly random: RandomSource,
  ) {}

  /** Subscribes, stops somewhere, and goes on from where it was, until it is told that the writing is over. */
  async watch(isOver: () => boolean): Promise<void> {
    for (;;) {
      const over = isOver();
      const subscription = this.store.subscribe({
        after: this.position,
        maxBatch: 1 + this.random.below(300),
        handle: async (events) => void this.seen.push(...events.map(({ position, id }) => `${position} ${id}`)),
      });
      if (over) await this.reachTheHead(() => subscription.position);
      else await wait(this.random.below(300));
      await subscription.stop();
      this.position = subscription.position;
      if (over) return;
    }
  }

  private async reachTheHead(position: () => number): Promise<void> {
    const head = await this.store.head();
    await until(`the subscriber is at ${head}`, () => position() >= head);
  }
}

describe('invariant 1: every committed event is seen exactly once, in position order, by every subscriber', () => {
  let made: TestStore;
  let elsewhere: Database;
  let other: PostgresEventStore;
  beforeAll(async () => {
    made = await createTestStore();
    elsewhere = await openDatabase({ url: made.url, migrations: [] });
    other = new PostgresEventStore(elsewhere.pool);
  });
  afterAll(async () => {
    await other.close();
    await elsewhere.close();
    await made.dispose();
  });

  const writerProcess = async (writerSeed: number) => {
    const writer = spawnTypeScript(join(__dirname, 'processes', 'writer-process.ts'), [
      made.url,
      String(writerSeed),
      '700',
    ]);
    await writer.nextLine();
    return async (): Promise<Receipts> => {
      writer.child.stdin?.write('go\n');
      return new Map(JSON.parse(await writer.nextLine()) as [number, string][]);
    };
  };

  /** A transaction of somebody else that has written and stays open: its id holds back everything that waits for old ids. */
  const openTransaction = async () => {
    const client = await made.database.pool.connect();
    await client.query('begin; create table unrelated (id int); insert into unrelated values (1)');
    return async () => {
      await client.query('rollback').catch(() => undefined);
      client.release(true);
    };
  };

  /** Takes the counter, draws positions, stores events, and rolls back: nothing of it may show, and no position be lost. */
  const rollBack = async () => {
    const client = await made.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select event_store.append_batch(array[0], array['rolled-back'], array[-1], array[1], '{}', '{}', array[1], array[1],
        array[gen_random_uuid()], array['RolledBack'], array[1], array[1]::bigint[], array[gen_random_uuid()], array[null]::uuid[], array['key-1'], array['{}'::json])`);
      await client.query('rollback');
    } catch {
      // its backend was killed, which rolls back as well
    } finally {
      client.release(true);
    }
  };

  /** Kills a random backend: a writer's in the middle of a batch, a subscriber's, a listener's. */
  const killBackend = async (random: RandomSource) => {
    const { rows } = await elsewhere.pool.query<{ pid: number }>(
      'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() order by pid',
    );
    const victim = random.pick(rows);
    if (victim !== undefined) await elsewhere.pool.query('select pg_terminate_backend($1)', [victim.pid]);
  };

  const makeTrouble = async (random: RandomSource, isOver: () => boolean) => {
    while (!isOver()) {
      await (random.below(3) === 0 ? rollBack() : killBackend(random).catch(() => undefined));
      await wait(random.below(120));
    }
  };

  it(`with several processes writing, conflicts, repeats, rollbacks, a long open transaction and killed connections (seed ${seed})`, async () => {
    const random = new RandomSource(seed);
    const processes = await Promise.all([writerProcess(seed + 1), writerProcess(seed + 2)]);
    const close = await openTransaction();
    let over = false;
    const isOver = () => over;
    const witnesses = [made.store, made.store, other].map(
      (store) => new Witness(store, new RandomSource(random.below(1e9))),
    );
    const watching = witnesses.map((witness) => witness.watch(isOver));
    const trouble = makeTrouble(random, isOver);
    const receipts = await Promise.all([
      ...processes.map((write) => write()),
      writeWildly(made.store, new RandomSource(seed + 3), { appends: 700, inFlight: 16 }),
    ]);
    over = true;
    await Promise.all([trouble, ...watching]);
    await close();

    const stored = await made.database.pool.query<{ position: string; id: string }>(
      'select position, id from event_store.events order by position',
    );
    const expected = stored.rows.map(({ position, id }) => `${position} ${id}`);
    expect(stored.rows.map(({ position }) => Number(position))).toEqual(stored.rows.map((_, index) => index + 1));
    for (const { seen } of witnesses) expect(seen).toEqual(expected);
    const told = receipts.flatMap((each) => [...each]).sort(([a], [b]) => a - b);
    expect(told.map(([position, id]) => `${position} ${id}`)).toEqual(expected);
  });
});
