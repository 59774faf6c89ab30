import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { createTestStore, type TestStore, until } from '@streakline/testing';
import { openDatabase } from './database';
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

  it('is released also where PostgreSQL is gone without a word, and nothing is answered any more', async () => {
    const network = await aNetworkTo(made.url);
    const far = await openDatabase({ url: network.url, migrations: [] });
    const lock = await trySessionLock(far.pool, 'far');
    expect(lock?.held).toBe(true);
    network.swallow();
    await lock?.release();
    // By our own end, without an answer.
    await until('the session is gone', () => far.pool.totalCount === 0);
    network.close();
    await far.close();
    await until('the lock is free', async () => {
      const next = await tryLock('far');
      await next?.release();
      return next !== undefined;
    });
  });
});

/** A way to a database on which all that is sent can be made to vanish, while its connections stand. */
async function aNetworkTo(database: string) {
  const url = new URL(database);
  const sockets: Socket[] = [];
  const server = createServer((outside) => {
    const inside = connect(Number(url.port), url.hostname);
    for (const end of [outside, inside]) sockets.push(end.on('error', () => end.destroy()));
    outside.pipe(inside).pipe(outside);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const through = new URL(database);
  through.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: through.href,
    swallow: () => sockets.forEach((socket) => socket.unpipe().resume()),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
