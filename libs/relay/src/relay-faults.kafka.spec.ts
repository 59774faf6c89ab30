import { join } from 'node:path';
import { openDatabase } from '@streakline/database';
import {
  createTestStore,
  describeWithKafka,
  spawnTypeScript,
  type TypeScriptProcess,
  until,
} from '@streakline/testing';
import { RelayedEvents } from '../test/relayed-events';
import type { RelayOptions } from './relay-options';

describeWithKafka('relays that fail', (kafka) => {
  let events: RelayedEvents;
  const processes: TypeScriptProcess[] = [];
  beforeAll(async () => {
    events = await RelayedEvents.open(kafka);
  });
  afterEach(async () => {
    await Promise.all(processes.splice(0).map((one) => one.kill()));
    await events.stopRelays();
  });
  afterAll(() => events.close());

  /** A relay in a process of its own, once it is active. */
  const spawnActive = async ({ name }: RelayOptions['topic']) => {
    const { brokers } = kafka().connection;
    const args = [events.made.url, brokers.join(','), name];
    const relay = spawnTypeScript(join(__dirname, '..', 'test', 'relay-process.ts'), args);
    processes.push(relay);
    while ((await relay.nextLine()) !== 'active');
    return relay;
  };
  const hasRecords = async ({ name }: RelayOptions['topic']) =>
    (await kafka().admin.ranges(name)).reduce((sum, { end }) => sum + end, 0);

  it('leave no gap when one is killed under load and a standby takes over', async () => {
    const topic = events.aTopic();
    const first = await spawnActive(topic);
    const standby = events.start(topic);
    const load = events.appendMeanwhile();
    await until('a hundred records', async () => (await hasRecords(topic)) > 100);
    await first.kill();
    await until('the standby is active', () => standby.status.state === 'active');
    await load.stop();
    await events.arrivesBy(standby);
    await events.check(topic.name);
  });

  it('lose the lock while they are frozen, notice it when they go on, and leave no gap', async () => {
    const topic = events.aTopic();
    const frozen = await spawnActive(topic);
    await events.append(50);
    const standby = events.start(topic);
    frozen.child.kill('SIGSTOP');
    const load = events.appendMeanwhile();
    // PostgreSQL ends a session that is silent for 15 s.
    await until('the standby is active', () => standby.status.state === 'active', { patienceMs: 40_000 });
    frozen.child.kill('SIGCONT');
    expect(await frozen.nextLine()).toBe('standby');
    await load.stop();
    await events.arrivesBy(standby);
    await events.check(topic.name);
  }, 90_000);

  it('leave no gap even where two are active at once', async () => {
    const topic = events.aTopic();
    // An advisory lock belongs to one database: over another, the second relay is given it too.
    const other = await createTestStore();
    const elsewhere = await openDatabase({ url: other.url, migrations: [] });
    const relays = [events.start(topic), events.start(topic, { pool: elsewhere.pool })];
    const load = events.appendMeanwhile();
    await until('both are active', () => relays.every(({ status }) => status.state === 'active'));
    await until('both have sent', () => relays.every(({ status }) => status.sentRecords > 200));
    await load.stop();
    for (const relay of relays) await events.arrivesBy(relay);
    await events.check(topic.name);
    await events.stopRelays();
    await elsewhere.close();
    await other.dispose();
  });
});
