import {
  addAmount,
  createTestStore,
  tallyProjection,
  type TallyOptions,
  type TestStore,
  until,
} from '@streakline/testing';
import { rebuild } from '../rebuild/rebuild';
import { projectionsMigrations } from '../schema/projections-tables';
import { Projector } from './projector';

describe('what a projection publishes', () => {
  let made: TestStore;
  const running: Projector[] = [];
  beforeEach(async () => {
    made = await createTestStore({ migrations: projectionsMigrations });
    await made.database.pool.query('CREATE TABLE published (definition int, key text, positions int[])');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((projector) => projector.stop()));
    await made.dispose();
  });

  const publish =
    (definition: number): TallyOptions['publish'] =>
    async (client, changed) => {
      for (const { key, events } of changed) {
        await client.query('INSERT INTO published VALUES ($1, $2, $3)', [
          definition,
          key,
          events.map((e) => e.position),
        ]);
      }
    };
  const parts = (definition = 1) => ({
    pool: made.database.pool,
    store: made.store,
    projection: tallyProjection({ definition, publish: publish(definition) }),
  });
  const start = async (definition = 1) => {
    const projector = new Projector(parts(definition));
    running.push(projector);
    await projector.start();
    return projector;
  };
  const published = async (definition: number) => {
    const { rows } = await made.database.pool.query<{ key: string; position: number }>(
      'SELECT DISTINCT key, unnest(positions) AS position FROM published WHERE definition = $1 ORDER BY position, key',
      [definition],
    );
    return rows.map(({ key, position }) => `${key} ${position}`);
  };

  it('is published with the rows: each key with the events that went into it, and none that could not', async () => {
    const projector = await start();
    const position = await addAmount(made.store, ['a', 'b'], 1);
    await addAmount(made.store, ['b'], undefined);
    await projector.waitUntil(await addAmount(made.store, ['a'], 2));
    expect(await published(1)).toEqual([`tally:a ${position}`, `tally:b ${position}`, `tally:a ${position + 2}`]);
  });

  it('goes out neither by the load of a rebuild nor by a version that does not serve', async () => {
    const projector = await start();
    await projector.waitUntil(await addAmount(made.store, ['a'], 1));
    const before = await published(1);
    await rebuild(parts());
    await until('the new version is followed', () => projector.status().version === 2);
    expect(await published(1)).toEqual(before);
    const position = await addAmount(made.store, ['a'], 2);
    await until('it publishes', async () => (await published(1)).includes(`tally:a ${position}`));
  });

  it('is made up for at the flip: events that the old version did not come to', async () => {
    const old = await start();
    await old.waitUntil(await addAmount(made.store, ['a'], 1));
    await old.stop();
    const missed = [await addAmount(made.store, ['b', 'a'], 2), await addAmount(made.store, ['c'], 3)];
    await addAmount(made.store, ['poison'], undefined);
    await start(10);
    expect(await published(10)).toEqual([`tally:a ${missed[0]}`, `tally:b ${missed[0]}`, `tally:c ${missed[1]}`]);
  });

  it('fails the batch when it fails, and both come with the next attempt', async () => {
    const projector = await start();
    await projector.waitUntil(await addAmount(made.store, ['a'], 1));
    await made.database.pool.query('ALTER TABLE published RENAME TO away');
    const position = await addAmount(made.store, ['a'], 2);
    await until('the failure shows', () => projector.status().problem?.includes('published') === true);
    expect(projector.status().position).toBeLessThan(position);
    await made.database.pool.query('ALTER TABLE away RENAME TO published');
    expect(await projector.waitUntil(position, 20_000)).toBe(true);
    expect(await published(1)).toContain(`tally:a ${position}`);
  });
});
