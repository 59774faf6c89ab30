import { createLog } from '@streakline/observability';
import { createTestDatabase, Door, type TestDatabase, until } from '@streakline/testing';
import { eventStoreMigrations } from '@streakline/event-store';
import { type Service, type ServiceKind, startService } from './start-service';

describe('a process', () => {
  let database: TestDatabase;
  let door: Door;
  let service: Service | undefined;
  const log = createLog('silent');
  const kind: ServiceKind = { answers: 'api', migrations: [...eventStoreMigrations], connections: 3 };

  beforeEach(async () => {
    database = await createTestDatabase();
    const { hostname, port } = new URL(database.url);
    door = new Door(hostname, Number(port));
    await door.open();
  });
  afterEach(async () => {
    await service?.close();
    service = undefined;
    await door.shut();
    await database.drop();
  });

  const throughDoor = (): string => {
    const url = new URL(database.url);
    url.host = door.address;
    return url.href;
  };
  const ask = async (path: string) => {
    const answer = await fetch(`${service?.url}${path}`);
    return {
      status: answer.status,
      body: (await answer.json()) as { detail?: string; code?: string; status?: string },
    };
  };

  it('whose database is away at its start lives, says why it is not ready, and starts when it can', async () => {
    await door.shut();
    const started: string[] = [];
    service = await startService({ databaseUrl: throughDoor(), log }, kind, () =>
      Promise.resolve(void started.push('yes')),
    );
    await until('it has tried', async () => /ECONNREFUSED/.test((await ask('/health/ready')).body.detail ?? ''));
    expect(await ask('/health/live')).toEqual({ status: 200, body: { status: 'live' } });
    expect(await ask('/v1/instruments')).toMatchObject({ status: 503, body: { code: 'starting' } });
    expect((await ask('/health/ready')).body.detail).not.toContain(new URL(database.url).password);
    expect(started).toEqual([]);

    await door.open();
    await service.opened;
    expect(started).toEqual(['yes']);
    expect(await ask('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  it('whose database is restarted lives, is not ready meanwhile, and needs no restart of its own', async () => {
    service = await startService({ databaseUrl: throughDoor(), log }, kind, () => Promise.resolve());
    await service.opened;
    await door.shut();
    expect(await ask('/health/ready')).toMatchObject({ status: 503, body: { code: 'notReady' } });
    expect((await ask('/health/live')).status).toBe(200);
    await door.open();
    await until('it is ready again', async () => (await ask('/health/ready')).status === 200);
  });

  it('can be told to stop while it waits for its database', async () => {
    await door.shut();
    service = await startService({ databaseUrl: throughDoor(), log }, kind, () => Promise.resolve());
    const { url } = service;
    await service.close();
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });

  it('undoes what was started in reverse order, and closes the database last', async () => {
    const order: string[] = [];
    service = await startService(
      { databaseUrl: throughDoor(), log },
      kind,
      async ({ teardown, database: { pool } }) => {
        teardown.add('first', async () => void order.push(`first, ${(await pool.query('SELECT 1')).rowCount} row`));
        teardown.add('second', () => Promise.resolve(void order.push('second')));
      },
    );
    await service.opened;
    await service.close();
    expect(order).toEqual(['second', 'first, 1 row']);
  });

  it('says in its health that it could not start, and does not end by itself', async () => {
    service = await startService({ databaseUrl: throughDoor(), log }, kind, () =>
      Promise.reject(new Error('no wheels')),
    );
    await expect(service.opened).rejects.toThrow('no wheels');
    expect(await ask('/health/ready')).toMatchObject({ status: 503, body: { code: 'notReady' } });
  });

  it('migrates an empty database beside others that start in the same moment', async () => {
    const all = await Promise.all(
      [1, 2, 3, 4].map(() => startService({ databaseUrl: throughDoor(), log }, kind, () => Promise.resolve())),
    );
    await Promise.all(all.map(({ opened }) => opened));
    await Promise.all(all.map((each) => each.close()));
  });
});

describe('a process and the network', () => {
  const away = { databaseUrl: 'postgres://nobody@127.0.0.1:1/x', host: '0.0.0.0', log: createLog('silent') };
  const kind: ServiceKind = { answers: 'api', migrations: [], connections: 3 };
  const start = () => Promise.resolve();

  it('keeps its API to this machine while it has no key, unless it is told to trust the network', async () => {
    const database = await createTestDatabase();
    const options = { ...away, databaseUrl: database.url };
    const refused = await startService(options, kind, start);
    await expect(refused.opened).rejects.toMatchObject({
      code: 'hostNotLoopback',
      message: expect.stringMatching(/streakline keys create.*STREAKLINE_TRUST_NETWORK=true/) as string,
    });
    const { port } = new URL(refused.url);
    const answers = ['/v1/instruments', '/metrics', '/health/live'].map((path) =>
      fetch(`http://127.0.0.1:${port}${path}`),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([503, 503, 200]);
    await refused.close();
    const service = await startService({ ...options, trustNetwork: true }, kind, start);
    await service.opened;
    await service.close();
    await database.drop();
  });

  it('takes no address that is left empty, whatever else it is told', async () => {
    const options = { ...away, host: '', trustNetwork: true };
    await expect(startService(options, kind, start)).rejects.toMatchObject({ code: 'hostNotLoopback' });
  });

  it('shows health and figures to whoever asks, where there is nothing else to ask for', async () => {
    const service = await startService(away, { ...kind, answers: 'probes' }, start);
    const figures = await fetch(`http://127.0.0.1:${new URL(service.url).port}/metrics`);
    expect(figures.headers.get('content-type')).toMatch(/^text\/plain;.* version=0\.0\.4$/);
    expect(await figures.text()).toContain('streakline_check_ready{check="start"} 0');
    await service.close();
  });
});
