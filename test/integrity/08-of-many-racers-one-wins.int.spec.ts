import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openDatabase, type Database } from '@streakline/database';
import { PostgresEventStore } from '@streakline/event-store';
import { aStream, anEvent, createTestStore, spawnTypeScript, type TestStore } from '@streakline/testing';
import { race, type RaceRecord } from './processes/race';

describe('invariant 8: decisions use expected versions; of many racers exactly one wins, and the others are told', () => {
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

  it('at each version of a stream that three processes race for', async () => {
    const [streamId, finish] = [aStream(), 120];
    const racers = [0, 1].map(() =>
      spawnTypeScript(join(__dirname, 'processes', 'racer-process.ts'), [made.url, streamId, String(finish)]),
    );
    await Promise.all(racers.map((racer) => racer.nextLine()));
    const here = race(made.store, streamId, finish);
    for (const racer of racers) racer.child.stdin?.write('go\n');
    const records = [
      await here,
      ...(await Promise.all(racers.map(async (racer) => JSON.parse(await racer.nextLine()) as RaceRecord))),
    ];

    const stored = (await made.store.readStream(streamId)).map((event) => [event.streamVersion, event.id]);
    const won = records.flatMap((record) => record.won).sort(([a], [b]) => a - b);
    expect(won).toEqual(stored);
    expect(stored.map(([version]) => version)).toEqual(Array.from({ length: finish }, (_, index) => index + 1));
    for (const record of records) expect(record.won.length + record.told).toBe(record.tries);
  });

  it('for a name that many claim together with a stream of their own, and the losers leave nothing behind', async () => {
    for (let round = 0; round < 10; round++) {
      const name = aStream();
      const claims = Array.from({ length: 24 }, () => ({ own: aStream(), event: anEvent({ id: randomUUID() }) }));
      const results = await Promise.all(
        claims.map(({ own, event }, index) =>
          (index % 2 ? made.store : other).append({
            streams: [
              { streamId: own, expectedVersion: 'none', events: [anEvent()] },
              { streamId: name, expectedVersion: 'none', events: [event] },
            ],
          }),
        ),
      );
      const winners = results.flatMap((result, index) => (result.outcome === 'appended' ? [index] : []));
      expect(winners).toHaveLength(1);
      const losers = results.filter((result) => result.outcome !== 'appended');
      for (const loser of losers)
        expect(loser).toEqual({ outcome: 'versionConflict', streamId: name, expected: 'none', actual: 1 });
      const left = await Promise.all(claims.map(({ own }) => made.store.readStream(own)));
      expect(left.flatMap((events, index) => (events.length > 0 ? [index] : []))).toEqual(winners);
      expect((await made.store.readStream(name)).map((event) => event.id)).toEqual(
        winners.map((index) => claims[index]?.event.id),
      );
    }
  });
});
