import { openDatabase } from '@streakline/database';
import { idOf } from '@streakline/events';
import type { EventLog, LogRecord } from '@streakline/event-log';
import { createLog } from '@streakline/observability';
import { createTestStore, describeWithKafka, Door, type TestStore, until } from '@streakline/testing';
import { CloudEvent, Kafka } from 'cloudevents';
import { putInsights } from '../../test/insight';
import { insightsMigrations } from '../outbox/outbox-migrations';
import { InsightsPublisher } from './insights-publisher';

const [ACME, BETA, CORP] = ['ACME', 'BETA', 'CORP'].map((name) => idOf('ins', ['publisher', name])) as [
  string,
  string,
  string,
];

describeWithKafka('a publisher of insights', (kafka) => {
  let made: TestStore;
  let topic: { name: string; partitions: number; configuration: Record<string, string> };
  const publishers: InsightsPublisher[] = [];
  beforeAll(async () => {
    made = await createTestStore({ migrations: insightsMigrations });
  });
  beforeEach(async () => {
    await made.database.pool.query('TRUNCATE insights.outbox');
    topic = { name: await kafka().createTopic(6), partitions: 6, configuration: {} };
  });
  afterEach(async () => {
    await Promise.all(publishers.splice(0).map((publisher) => publisher.stop()));
  });
  afterAll(() => made.dispose());

  const start = (eventLog: EventLog = kafka().log, { pool } = made.database) => {
    const intervals = { standbyInterval: 50, pollInterval: 60_000 };
    const publisher = new InsightsPublisher({ pool, eventLog, topic, log: createLog('fatal'), ...intervals });
    publishers.push(publisher);
    publisher.start();
    return publisher;
  };
  const put = (...subjects: readonly string[]) => putInsights(made.database.pool, subjects);
  const unsent = async () => {
    const { rows } = await made.database.pool.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM insights.outbox WHERE sent_at IS NULL',
    );
    return rows[0]?.count;
  };
  const allSent = () => until('all are marked as sent', async () => (await unsent()) === 0);
  const read = async () => {
    const ranges = await kafka().admin.ranges(topic.name);
    const records: { readonly record: LogRecord; readonly partition: number }[] = [];
    const consumer = await kafka().log.consume({
      group: kafka().aGroup(),
      topics: [topic.name],
      eachBatch: async (batch) =>
        void records.push(...batch.records.map((record) => ({ record, partition: batch.partition }))),
    });
    const owed = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
    await until('the whole topic', () => records.length >= owed);
    await consumer.stop();
    return records;
  };
  const idsOf = (read: readonly { record: LogRecord }[]) => read.map(({ record }) => record.headers['ce_id']);

  it('sends what is there and what comes, each once, in order for an instrument, and marks it', async () => {
    const first = await put(ACME, BETA, ACME);
    const publisher = start();
    await allSent();
    const second = await put(ACME, CORP);
    await allSent();
    const records = await read();
    expect(idsOf(records).sort()).toEqual([...first, ...second].sort());
    const ofAcme = records.filter(({ record }) => record.key?.toString() === ACME);
    expect(idsOf(ofAcme)).toEqual([first[0], first[2], second[0]]);
    expect(new Set(ofAcme.map(({ partition }) => partition)).size).toBe(1);
    await until('it says so', () => publisher.status().sent === 5);
    expect(publisher.status()).toEqual({ state: 'active', sent: 5, pending: 0, problem: null });
  });

  it('sends CloudEvents that the reference library reads', async () => {
    const [id] = await put(ACME);
    start();
    await allSent();
    const [first] = await read();
    const { headers, key, value } = first?.record ?? { headers: {}, key: null, value: null };
    const message = { headers, key: String(key), value: value?.toString(), body: value?.toString(), timestamp: '' };
    const event = Kafka.toEvent<Record<string, unknown>>(message);
    if (!(event instanceof CloudEvent)) throw new Error('It is a batch.');
    expect(event.validate()).toBe(true);
    expect(event).toMatchObject({
      ...{ id, source: '/streakline/insights', type: 'streakline.insight.runBegan.v1', subject: ACME },
      ...{ time: '2026-02-03T21:00:00.000Z', revision: '1', withdrawn: 'false', session: '2026-02-03', position: '7' },
    });
    expect(event.data).toMatchObject({ id, kind: 'runBegan', instrumentId: ACME, corrects: null, withdrawn: false });
  });

  it('sends again, under the same ids, what was sent and not marked when it died', async () => {
    const ids = await put(ACME, BETA);
    // Rows that cannot be marked: the log has the records, and the publisher fails right after.
    await made.database.pool.query(`
      CREATE FUNCTION insights.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'not now'; END $$;
      CREATE TRIGGER refuse BEFORE UPDATE ON insights.outbox EXECUTE FUNCTION insights.refuse()`);
    const first = start();
    await until('it failed after sending', () => first.status().problem === 'not now');
    await first.stop();
    await made.database.pool.query('DROP FUNCTION insights.refuse CASCADE');
    start();
    await allSent();
    const records = await read();
    expect(records.length).toBeGreaterThanOrEqual(4);
    expect(new Set(idsOf(records))).toEqual(new Set(ids));
  });

  it('is one of two, and the other takes over when its database session ends', async () => {
    const both = [start(), start()];
    const active = () => both.filter((publisher) => publisher.status().state === 'active');
    await until('one is active', () => active().length === 1);
    const before = active()[0];
    await put(ACME);
    await allSent();
    expect(both.map((publisher) => publisher.status().sent).sort()).toEqual([0, 1]);
    await made.database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks
        WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND pid <> pg_backend_pid()`,
    );
    await until('it noticed', () => before?.status().problem !== null);
    await put(BETA, CORP);
    await allSent();
    expect(idsOf(await read())).toHaveLength(3);
  });

  it('waits for a log that is away, and sends then', async () => {
    let away = true;
    const log: EventLog = {
      ...kafka().log,
      producer: () => (away ? Promise.reject(new Error('no broker answers')) : kafka().log.producer()),
    };
    await put(ACME);
    const publisher = start(log);
    await until('it says why', () => publisher.status().problem === 'no broker answers');
    away = false;
    await allSent();
    await until('the problem is over', () => publisher.status().problem === null);
  });

  it('waits for a database that is away, and goes on then', async () => {
    const url = new URL(made.url);
    const door = new Door(url.hostname, Number(url.port));
    await door.open();
    url.host = door.address;
    const database = await openDatabase({ url: url.href, migrations: [] });
    const publisher = start(kafka().log, database);
    await until('it is active', () => publisher.status().state === 'active');
    await door.shut();
    await until('it noticed', () => publisher.status().problem !== null);
    const ids = await put(ACME);
    await door.open();
    await allSent();
    expect(idsOf(await read())).toEqual(ids);
    await publisher.stop();
    await database.close();
    await door.shut();
  });

  it('forgets what was sent, or what nobody was there to send, thirty days ago', async () => {
    const [sent, unheard, recent] = await put(ACME, BETA, CORP);
    await made.database.pool.query(
      `UPDATE insights.outbox SET recorded_at = now() - interval '31 days',
              sent_at = CASE id WHEN $1 THEN now() - interval '30 days 1 hour' WHEN $3 THEN now() - interval '29 days' END
        WHERE id IN ($1, $2, $3)`,
      [sent, unheard, recent],
    );
    const [next] = await put(ACME);
    start();
    await allSent();
    const { rows } = await made.database.pool.query<{ id: string }>('SELECT id FROM insights.outbox ORDER BY seq');
    expect(rows.map(({ id }) => id)).toEqual([recent, next]);
    expect(idsOf(await read())).toEqual([next]);
  });
});
