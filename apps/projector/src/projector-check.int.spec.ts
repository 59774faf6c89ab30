import { Projector, projectionsMigrations } from '@streakline/projections';
import { addAmount, createTestStore, tallyProjection, type TestStore, until } from '@streakline/testing';
import { projectorCheck } from './projector-check';

describe('the readiness of a projector', () => {
  let made: TestStore;
  let projector: Projector;
  let seconds: number;
  const parts = () => ({ pool: made.database.pool, store: made.store, projection: tallyProjection() });
  const aCheck = (beginning?: () => string | null) =>
    projectorCheck(parts(), projector, { now: () => seconds * 1000, ...(beginning && { beginning }) });

  beforeEach(async () => {
    made = await createTestStore({ migrations: projectionsMigrations });
    projector = new Projector({ ...parts() });
    seconds = 0;
  });
  afterEach(async () => {
    await projector.stop();
    await made.dispose();
  });

  const tell = async (events: number): Promise<number> => {
    let last = 0;
    for (let n = 0; n < events; n += 1) last = await addAmount(made.store, ['a', 'b', 'c'], 1);
    return last;
  };

  /** Holds the checkpoints as a projector elsewhere would that never commits; returns what lets go of them. */
  async function hold(): Promise<() => Promise<void>> {
    const client = await made.database.pool.connect();
    await client.query('BEGIN');
    await client.query('SELECT 1 FROM projections.checkpoints FOR UPDATE');
    return async () => {
      await client.query('ROLLBACK');
      client.release();
    };
  }

  it('is not there before the first version is built', async () => {
    expect(await aCheck().check()).toMatchObject({ ready: false, detail: expect.stringContaining('first time') });
    const failing = aCheck(() => 'It cannot begin: no disk.');
    expect(await failing.check()).toMatchObject({ ready: false, detail: 'It cannot begin: no disk.' });
  });

  it('is there while it advances, however much its lag grows; gone when it stands; back when it moves', async () => {
    await projector.start();
    const check = aCheck();
    let release = await hold();
    const first = await tell(5);
    expect(await check.check()).toMatchObject({ ready: true, lag: 5 });

    seconds = 29;
    await release();
    await projector.waitUntil(first);
    release = await hold();
    await tell(30);
    seconds = 58;
    expect(await check.check()).toMatchObject({ ready: true, lag: 30 });
    expect(check.stuck).toBe(false);

    seconds = 89;
    const head = await tell(1);
    expect(await check.check()).toMatchObject({
      ready: false,
      lag: 31,
      detail: expect.stringMatching(
        new RegExp(`^It lags and has not advanced for 30 s .* the store is at ${head}\\.$`),
      ),
    });
    expect(check.stuck).toBe(true);

    await release();
    await until('the projector has caught up', () => projector.status().position >= head);
    expect(await check.check()).toMatchObject({ ready: true, lag: 0 });
  });

  it('is gone, with the reason, where the projector itself says that it cannot go on', async () => {
    await projector.start();
    const newer = new Projector({ ...parts(), projection: tallyProjection({ definition: 2 }) });
    await newer.start();
    await until('the older one has noticed', () => projector.status().state === 'superseded');
    expect(await aCheck().check()).toMatchObject({ ready: false, detail: expect.stringContaining('definition 2') });
    await newer.stop();
  });
});
