import { randomUUID } from 'node:crypto';
import { openDatabase, type Database } from '@streakline/database';
import { aStream, anEvent, collect, createTestStore, until, type TestStore } from '@streakline/testing';
import { PostgresEventStore } from './postgres-event-store';

describe('when connections are lost', () => {
  let made: TestStore;
  let elsewhere: Database;
  beforeAll(async () => {
    made = await createTestStore({ pollMs: 50 });
    elsewhere = await openDatabase({ url: made.url, migrations: [], poolSize: 2 });
  });
  afterAll(async () => {
    await elsewhere.close();
    await made.dispose();
  });

  const killAllOthers = () =>
    elsewhere.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    );

  it('stores each append once and answers that it was stored, whatever the moment of the loss', async () => {
    const before = await made.store.head();
    const ids = Array.from({ length: 200 }, () => randomUUID());
    let done = 0;
    const appends = ids.map(async (id) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 600));
      const result = await made.store.append({
        streams: [{ streamId: aStream(), expectedVersion: 'none', events: [anEvent({ id, data: id })] }],
      });
      done++;
      return result.outcome;
    });
    // So many losses and no more: on a busy machine no append would ever come to its end between two of them.
    for (let losses = 0; done < ids.length && losses < 24; losses++) {
      await killAllOthers();
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    // An id that the caller gave may have been stored by the try whose answer was lost.
    for (const outcome of await Promise.all(appends)) expect(['appended', 'alreadyAppended']).toContain(outcome);
    const stored = (await collect(made.store, before)).map((event) => event.id);
    expect(stored.sort()).toEqual(ids.sort());
  });

  it('says `appended` of an append whose ids it drew itself, though the answer to the first try was lost', async () => {
    let done = 0;
    const outcomes = Array.from({ length: 60 }, async () => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
      const { outcome } = await made.store.append({
        streams: [{ streamId: aStream(), expectedVersion: 'none', events: [anEvent()] }],
      });
      done++;
      return outcome;
    });
    for (let losses = 0; done < outcomes.length && losses < 20; losses++) {
      await killAllOthers();
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    expect(new Set(await Promise.all(outcomes))).toEqual(new Set(['appended']));
  });

  it('a subscriber misses nothing and sees nothing twice', async () => {
    const before = await made.store.head();
    const seen: number[] = [];
    const subscription = made.store.subscribe({
      after: before,
      handle: async (events) => void seen.push(...events.map((event) => event.position)),
    });
    const writer = new PostgresEventStore(elsewhere.pool);
    for (let round = 0; round < 40; round++) {
      if (round % 4 === 0)
        await made.database.pool
          .query(
            'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
          )
          .catch(() => undefined);
      await writer.append({ streams: [{ streamId: aStream(), expectedVersion: 'none', events: [anEvent()] }] });
    }
    await until('all is seen', () => seen.length >= 40);
    await subscription.stop();
    await writer.close();
    expect(seen).toEqual(Array.from({ length: 40 }, (_, index) => before + 1 + index));
  });

  it('a listener hears again of what others write', async () => {
    // By a name of its own: the store of the tests before listens, too.
    const named = await openDatabase({ url: `${made.url}?application_name=listener`, migrations: [], poolSize: 3 });
    const other = new PostgresEventStore(named.pool, { pollMs: 30_000 });
    const writer = new PostgresEventStore(elsewhere.pool);
    const seen: number[] = [];
    const subscription = other.subscribe({
      after: await other.head(),
      handle: async (events) => void seen.push(...events.map((event) => event.position)),
    });
    const isListening = async () =>
      (
        await elsewhere.pool.query(
          `select from pg_stat_activity
           where datname = current_database() and application_name = 'listener' and query like 'listen%'`,
        )
      ).rowCount === 1;
    await until('it listens', isListening);
    await killAllOthers();
    await until('it listens again', isListening);
    await writer.append({ streams: [{ streamId: aStream(), expectedVersion: 'none', events: [anEvent()] }] });
    await until('the event is seen long before the poll', () => seen.length === 1);
    await subscription.stop();
    await Promise.all([writer.close(), other.close()]);
    await named.close();
  });
});
