import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestDatabase, type TestDatabase } from '@streakline/testing';
import { startStandalone, type Standalone, type StandaloneOptions } from '../../apps/standalone/src/start-standalone';

const spy = { symbol: 'SPY', mic: 'ARCX', name: 'SPDR S&P 500 ETF Trust', currency: 'USD' };

describe('the standalone server', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const start = (options: Partial<StandaloneOptions> = {}): Promise<Standalone> =>
    startStandalone({ databaseUrl: database.url, port: 0, logLevel: 'silent', ...options });
  const post = (server: Standalone, path: string, body: unknown): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  it.each(['0.0.0.0', '::', '192.168.1.7', 'example.com', ''])('refuses to listen on %j, in one line', async (host) => {
    await expect(start({ host })).rejects.toMatchObject({
      code: 'hostNotLoopback',
      message: expect.stringMatching(
        /^Streakline listens on a loopback address only .*streakline keys create.*STREAKLINE_TRUST_NETWORK=true\.$/,
      ) as string,
    });
  });

  it.each(['localhost', '127.0.0.1', '::1', '[::1]'])('listens on %s', async (host) => {
    const server = await start({ host });
    expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    await server.close();
  });

  it('says that its port is in use, and leaves nothing open', async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    await expect(start({ port })).rejects.toMatchObject({
      code: 'portInUse',
      message: expect.stringContaining(`Port ${port}`) as string,
    });
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200);
    await first.close();
  });

  it('says that its database cannot be opened, without the password', async () => {
    const refused = start({ databaseUrl: 'postgres://user:hunter2@127.0.0.1:1/x' });
    await expect(refused).rejects.toMatchObject({
      code: 'databaseUnreachable',
      message: expect.not.stringContaining('hunter2') as string,
    });
  });

  it('answers what is in hand before it stops, and finds all of it when it starts again', async () => {
    const server = await start();
    expect((await post(server, '/v1/instruments', spy)).status).toBe(201);
    const head = await server.store.head();
    const posted = Array.from({ length: 20 }, (_, index) =>
      post(server, '/v1/instruments/ARCX:SPY/dividends', {
        exDate: `2025-03-${String(index + 1).padStart(2, '0')}`,
        amount: 1,
      }).then(
        ({ status }) => status,
        () => 'not taken',
      ),
    );
    await Promise.race(posted);
    await server.close();
    const statuses = await Promise.all(posted);
    await expect(fetch(`${server.url}/health/live`)).rejects.toThrow();

    const again = await start();
    const stored = statuses.filter((status) => status === 201).length;
    expect(stored).toBeGreaterThan(0);
    expect(await again.store.head()).toBe(head + stored);
    const answer = await fetch(`${again.url}/v1/instruments/ARCX:SPY?minPosition=${head + stored}`);
    expect(((await answer.json()) as { dividends: unknown[] }).dividends).toHaveLength(stored);
    await again.close();
  });

  it('keeps a PostgreSQL of its own in its data folder, from one start to the next', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'streakline-e2e-'));
    try {
      const first = await startStandalone({ dataDir, port: 0, logLevel: 'silent' });
      const { position } = (await (await post(first, '/v1/instruments', spy)).json()) as { position: number };
      await first.close();
      const second = await startStandalone({ dataDir, port: 0, logLevel: 'silent' });
      const answer = await fetch(`${second.url}/v1/instruments/ARCX:SPY?minPosition=${position}`);
      expect(await answer.json()).toMatchObject({ ref: 'ARCX:SPY', position });
      await second.close();
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });
});
