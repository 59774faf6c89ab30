import type { LogRecord, OutgoingRecord } from '@streakline/event-log';
import { PARTITION_COUNT, partitionOf, type Projector, rebuild } from '@streakline/projections';
import { addAmount, describeWithKafka, tallyProjection, until } from '@streakline/testing';
import { FedFromKafka } from '../test/fed-from-kafka';

describeWithKafka('a projection fed from Kafka', (kafka) => {
  let fed: FedFromKafka;
  beforeEach(async () => {
    fed = await FedFromKafka.create(kafka());
  });
  afterEach(() => fed.dispose());

  /** Appends `count` events, each with two keys. Returns the position of the last. */
  const addSome = async (count: number): Promise<number> => {
    const store = fed.made.store;
    const added = Array.from({ length: count }, (_, at) =>
      addAmount(store, [`a${at % 17}`, `b${at % 5}`], (at % 7) - 2),
    );
    return Math.max(...(await Promise.all(added)));
  };
  /** So that a watermark may say of the last position that it concerns no partition. */
  const addSomeAndOneOfNoKey = async (count: number): Promise<number> => {
    await addSome(count);
    return addAmount(fed.made.store, [], 0);
  };
  const reaches = async (projector: Projector, position: number) =>
    expect(await projector.waitUntil(position, 30_000)).toBe(true);
  const checkpoints = async () => {
    const { rows } = await fed.made.database.pool.query<{ position: string; hint: string | null }>(
      `SELECT position, offset_hint AS hint FROM projections.checkpoints WHERE version = 1 ORDER BY partition`,
    );
    return rows.map(({ position, hint }) => ({
      position: Number(position),
      hint: hint === null ? null : Number(hint),
    }));
  };

  it('has the rows that a rebuild has, and keeps where to read on', async () => {
    fed.startRelay();
    const projector = await fed.start();
    const position = await addSome(300);
    await reaches(projector, position);
    expect(projector.status()).toMatchObject({ state: 'following', version: 1, position, problem: null });
    expect([...projector.status().partitions.values()]).toEqual(Array(PARTITION_COUNT).fill(position));
    for (const { hint } of await checkpoints()) expect(hint).toBeGreaterThan(0);
    await fed.expectEqualToRebuild();
  });

  it('goes on where it was, also where the offsets were set back to the beginning meanwhile', async () => {
    fed.startRelay();
    const first = await fed.start();
    await reaches(first, await addSome(100));
    await first.stop();
    await fed.made.database.pool.query('UPDATE projections.checkpoints SET offset_hint = 0');
    const folded: number[] = [];
    const projection = tallyProjection({ onApply: ({ position }) => void folded.push(position) });
    const before = await fed.made.store.head();
    const second = await fed.start({ projection });
    await reaches(second, await addSome(100));
    expect(Math.min(...folded)).toBeGreaterThan(before);
    await fed.expectEqualToRebuild();
  });

  it('folds again what a checkpoint that was set back asks for, and changes nothing by it', async () => {
    fed.startRelay();
    const first = await fed.start();
    await reaches(first, await addSome(100));
    await first.stop();
    await fed.made.database.pool.query('UPDATE projections.checkpoints SET position = 7, offset_hint = NULL');
    await reaches(await fed.start(), await addSome(10));
    await fed.expectEqualToRebuild();
  });

  it('reads from the store what the log never had', async () => {
    // A switch from the embedded feed, or a log begun later: the topic is empty while the store is not.
    await (await fed.start({ startFeed: undefined })).stop();
    const head = await addSomeAndOneOfNoKey(200);
    const projector = await fed.start();
    // Of all partitions only one hears of it, by a record from a relay that began at the head.
    const partition = partitionOf('tally:a1');
    await fed.send(aWatermark(partition, head, head - 1));
    await until('the gap is read', () => projector.status().partitions.get(partition) === head);
    fed.startRelay();
    await reaches(projector, await addSome(1));
    await fed.expectEqualToRebuild();
  });

  it('has all that the store has where no relay runs and the topic is empty', async () => {
    await (await fed.start({ startFeed: undefined })).stop();
    const position = await addSome(200);
    const projector = await fed.start();
    await reaches(projector, position);
    expect((await checkpoints()).map(({ hint }) => hint)).toEqual(Array(PARTITION_COUNT).fill(null));
    fed.startRelay();
    await reaches(projector, await addSome(10));
    await fed.expectEqualToRebuild();
  });

  it('passes over what is none of ours, tells of it until it is heard, and loses nothing around it', async () => {
    fed.startRelay();
    const heard: (readonly [string, number, string])[] = [];
    let deaf = 2;
    const onUnreadable = async (record: LogRecord, { partition }: { partition: number }, reason: string) => {
      if (deaf-- > 0) throw new Error('nobody listens yet');
      heard.push([String(record.value), partition, reason]);
    };
    const projector = await fed.start({ startFeed: fed.feed({ onUnreadable }) });
    await addSome(20);
    await fed.send(
      { partition: 3, key: 'x', value: 'not an event', headers: {} },
      { partition: 3, key: null, value: 'of tomorrow', headers: { ...aWatermark(3, 9, 9).headers } },
    );
    await reaches(projector, await addSome(20));
    await until('both are heard of', () => heard.length === 2);
    expect([...heard].sort()).toEqual([
      ['not an event', 3, 'the header ce_specversion is missing'],
      ['of tomorrow', 3, 'its position 9 is not after its prevPosition 9'],
    ]);
    await fed.expectEqualToRebuild();
  });

  it('refuses a topic of another partition count, or that does not exist, and says so', async () => {
    const topic = await kafka().createTopic(3);
    const other = await fed.start({ startFeed: fed.feed({ topic }) });
    await until('the problem shows', () => other.status().problem !== null);
    expect(other.status()).toMatchObject({ state: 'retrying', problem: expect.stringContaining('3 partitions') });
    const missing = await fed.start({ startFeed: fed.feed({ topic: `${topic}-missing` }) });
    await until('the problem shows', () => missing.status().problem !== null);
    expect(missing.status().problem).toContain('There is no topic');
  });

  it('refuses a log that is ahead of the store, and writes nothing of it', async () => {
    const projector = await fed.start();
    await fed.send(aWatermark(0, 1_000, 0));
    await until('the problem shows', () => projector.status().problem !== null);
    expect(projector.status().problem).toContain('another store');
    expect((await checkpoints()).map(({ position }) => position)).toEqual(Array(PARTITION_COUNT).fill(0));
  });

  it('goes on when the topic was deleted and made anew', async () => {
    const relay = fed.startRelay();
    const projector = await fed.start();
    await reaches(projector, await addSome(100));
    await relay.stop();
    await kafka().admin.deleteTopic(fed.topic);
    await addSome(50);
    fed.startRelay();
    await reaches(projector, await addSome(50));
    await fed.expectEqualToRebuild();
  });

  it('waits for a database that lost every connection, and goes on', async () => {
    fed.startRelay();
    const projector = await fed.start();
    const { pool } = fed.made.database;
    for (let turn = 0; turn < 3; turn += 1) {
      const adding = addSome(60).catch(() => 0);
      await pool.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      await adding;
    }
    await reaches(projector, await addSome(20));
    expect(projector.status()).toMatchObject({ state: 'following', problem: null });
    await fed.expectEqualToRebuild();
  });

  it('goes on when the topic was made anew and has exactly as many records as before', async () => {
    const projector = await fed.start();
    const watermarks = (head: number) =>
      Array.from({ length: PARTITION_COUNT }, (_, partition) => aWatermark(partition, head, head - 1));
    const first = await addSomeAndOneOfNoKey(30);
    await fed.send(...watermarks(first));
    await reaches(projector, first);
    const { admin } = kafka();
    await admin.deleteTopic(fed.topic);
    await until('it is gone', async () => (await admin.describeTopic(fed.topic)) === null);
    await admin.createTopic({ name: fed.topic, partitions: PARTITION_COUNT, configuration: {} }, 1);
    const second = await addSomeAndOneOfNoKey(30);
    await fed.send(...watermarks(second));
    await reaches(projector, second);
    await fed.expectEqualToRebuild();
  });

  it('is followed to the version that a rebuild puts in its place, under load', async () => {
    fed.startRelay();
    const projector = await fed.start();
    await addSome(100);
    const adding = addSome(300);
    // Not compared yet: under load the two versions have come to different positions.
    await rebuild(fed.parts());
    await adding;
    const position = await addSome(20);
    await until('version 2 is followed', () => projector.status().version === 2);
    await reaches(projector, position);
    await fed.expectEqualToRebuild();
  });

  it('goes from the embedded feed to Kafka and back', async () => {
    fed.startRelay();
    for (const startFeed of [undefined, fed.feed(), undefined, fed.feed()]) {
      const projector = await fed.start({ startFeed });
      await reaches(projector, await addSome(40));
      await projector.stop();
    }
    await fed.expectEqualToRebuild();
  });
});

function aWatermark(partition: number, position: number, prevPosition: number): OutgoingRecord {
  const headers = {
    ce_specversion: '1.0',
    ce_id: `watermark-${partition}-${position}`,
    ce_source: '/streakline/events',
    ce_type: 'streakline.watermark',
    ce_position: String(position),
    ce_prevposition: String(prevPosition),
  };
  return { partition, key: null, value: null, headers };
}
