import { createTestStore, type TestStore, until } from '@streakline/testing';
import { trySessionLock } from './session-lock';

describe('a session lock', () => {
  let made: TestStore;
  beforeAll(async () => {
    made = await createTestStore();
  });
  afterAll(() => made.dispose());
  const tryLock = (name: string) => trySessionLock(made.database.pool, name);

  it('is held by one at a time, and free again after its release', async () => {
    const first = await tryLock('one');
    expect(first?.held).toBe(true);
    expect(await tryLock('one')).toBeUndefined();
    await first?.release();
    const second = await tryLock('one');
    expect(second?.held).toBe(true);
    await second?.release();
  });

  it('is another one under another name', async () => {
    const [left, right] = [await tryLock('left'), await tryLock('right')];
    expect([left?.held, right?.held]).toEqual([true, true]);
    await left?.release();
    await right?.release();
  });

  it('is lost with its database session, which its holder notices and another can use', async () => {
    const lock = await tryLock('short-lived');
    await made.database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid()`,
    );
    await lock?.lost;
    expect(lock?.held).toBe(false);
    const next = await tryLock('short-lived');
    expect(next?.held).toBe(true);
    await lock?.release();
    await next?.release();
  });

  it('hears notifications over the session that holds it', async () => {
    const lock = await tryLock('listening');
    let heard = 0;
    await lock?.listen('some_channel', () => (heard += 1));
    await made.database.pool.query(`SELECT pg_notify('some_channel', ''), pg_notify('another', '')`);
    await until('the notification', () => heard === 1);
    await lock?.release();
  });
});
