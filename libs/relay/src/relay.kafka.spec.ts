import { createTestStore, describeWithKafka, readEventsTopic, until } from '@streakline/testing';
import { createLog } from '@streakline/observability';
import { Relay } from './relay';
import { duplicatesIn, RelayedEvents } from '../test/relayed-events';

describeWithKafka('a relay', (kafka) => {
  let events: RelayedEvents;
  beforeAll(async () => {
    events = await RelayedEvents.open(kafka);
  });
  afterEach(() => events.stopRelays());
  afterAll(() => events.close());

  it('carries the past and the present to each partition that a key belongs to, once, and its watermarks to all', async () => {
    const topic = events.aTopic();
    await events.append(10);
    const relay = events.start(topic);
    await events.append(10, 3);
    const head = await events.arrivesBy(relay);
    await until('watermarks at the head', async () => {
      const partitions = await readEventsTopic(kafka(), topic.name);
      return partitions.every((records) => records.at(-1)?.position === head);
    });
    expect(duplicatesIn(await events.check(topic.name))).toEqual(Array(12).fill(0));
  });

  it('goes on behind the ends of the log when it is started again, without sending anything twice', async () => {
    const topic = events.aTopic();
    await events.append(5);
    const first = events.start(topic);
    await events.arrivesBy(first);
    await first.stop();
    await events.append(5);
    const second = events.start(topic);
    await events.arrivesBy(second);
    expect(duplicatesIn(await events.check(topic.name))).toEqual(Array(12).fill(0));
  });

  it('has a standby that takes over when its database session ends, and sends nothing after', async () => {
    const topic = events.aTopic();
    const [one, two] = [events.start(topic), events.start(topic)];
    const active = () => [one, two].filter(({ status }) => status.state === 'active');
    await until('one is active', () => active().length === 1);
    const before = active()[0];
    const writing = events.append(60);
    await events.made.database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid()`,
    );
    await until('the first noticed', () => before?.status.state !== 'active');
    await writing;
    await until('one is active again', () => active().length === 1);
    await events.arrivesBy(active()[0] ?? one);
    await events.check(topic.name);
  });

  it('sends everything again to a topic that was deleted and made anew', async () => {
    const topic = events.aTopic();
    await events.append(5);
    const relay = events.start(topic);
    await events.arrivesBy(relay);
    await kafka().admin.deleteTopic(topic.name);
    await until('the topic is gone', async () => (await kafka().admin.describeTopic(topic.name)) === null);
    await events.append(5);
    await until('the topic is back', async () => (await kafka().admin.describeTopic(topic.name)) !== null);
    await until('it is active', () => relay.status.state === 'active');
    await events.arrivesBy(relay);
    await events.check(topic.name);
  });

  it('refuses a topic that is ahead of the store, for it is another store’s', async () => {
    const topic = events.aTopic();
    await events.append(3);
    const relay = events.start(topic);
    await events.arrivesBy(relay);
    await relay.stop();
    const other = await createTestStore();
    const { database, store } = other;
    const stranger = new Relay({ pool: database.pool, store, eventLog: kafka().log, log: createLog('fatal'), topic });
    stranger.start();
    await until('it says so', () => stranger.status.problem?.includes('belongs to another store') === true);
    await stranger.stop();
    await other.dispose();
  });
});
