import { randomUUID } from 'node:crypto';
import { ensureTopics, topicsOf } from '@streakline/event-log';
import { createTestDatabase, describeWithKafka, type TestDatabase } from '@streakline/testing';
import { Client } from 'pg';
import { streakline } from './cli-process';
import { eventually } from './http-api';
import { endProcesses, startProcess } from './processes';

jest.setTimeout(180_000);

/** With a database, an intake and Kafka: what was put aside is applied once its cause is mended. */
describeWithKafka('what was put aside', (kafka) => {
  const prefix = `test-${randomUUID()}.`;
  const topics = topicsOf(prefix);
  let database: TestDatabase;
  let sql: Client;
  const environment = () => ({
    STREAKLINE_DATABASE_URL: database.url,
    KAFKA_BROKERS: kafka().connection.brokers.join(','),
    STREAKLINE_TOPIC_PREFIX: prefix,
  });
  const run = (...args: readonly string[]) => streakline(args, '', environment());
  const listed = async () => {
    const { code, stdout, stderr } = await run('dead-letters', 'list', '--json');
    expect([code, stderr]).toEqual([0, '']);
    return (JSON.parse(stdout) as { data: { id: string; code: string; attempts: number | null }[] }).data;
  };
  beforeAll(async () => {
    database = await createTestDatabase();
    sql = new Client({ connectionString: database.url });
    await sql.connect();
    await ensureTopics(kafka().admin, Object.values(topics));
  });
  afterAll(async () => {
    await endProcesses();
    await sql.end();
    await database.drop();
    for (const { name } of Object.values(topics)) await kafka().admin.deleteTopic(name);
  });

  it('is a delivery for an instrument nobody has listed, and is recorded once it is listed and sent again', async () => {
    const intake = await startProcess('intake', environment());
    await intake.ready();
    const producer = await kafka().log.producer();
    const headers = {
      ...{ ce_specversion: '1.0', ce_id: 'delivery-1', ce_source: '/tape', ce_subject: 'XNAS:AMZN' },
      ce_type: 'streakline.record-bars.v1',
      'content-type': 'application/json',
    };
    const bar = { session: '2026-02-27', open: 208, high: 211, low: 207, close: 210, volume: 1_000 };
    const value = JSON.stringify({ source: 'tape', basis: 'raw', bars: [bar] });
    await producer.send(topics.inboundPrices.name, [{ partition: 1, key: 'AMZN', value, headers }]);
    await producer.close();
    const [letter] = await eventually(async () => {
      const letters = await listed();
      return letters.length > 0 ? letters : undefined;
    }, 60);
    expect(letter).toMatchObject({ id: 'prices-0-0', code: 'unknownInstrument', attempts: 1, key: 'AMZN' });

    const listing = { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon.com', currency: 'USD' };
    expect((await intake.post('/v1/instruments', listing)).status).toBe(201);
    expect((await run('dead-letters', 'retry', 'prices-0-0')).code).toBe(0);
    const stored = () => sql.query(`SELECT data FROM event_store.events WHERE type = 'BarsRecorded'`);
    const { rows } = await eventually(async () => ((await stored()).rows.length > 0 ? stored() : undefined), 60);
    expect(JSON.stringify(rows)).toContain('2026-02-27');
    expect(await listed()).toEqual([]);
    await intake.end('SIGTERM');
  });

  it('is an event that an older program could not fold, and is folded by one that can', async () => {
    expect((await run('projections', 'rebuild')).code).toBe(0);
    const { rows } = await sql.query<{ key: string }>(
      `INSERT INTO projections.parked (projection, version, key, position, reason)
       SELECT projection, version, data->>'instrumentId', position, 'the fold had a fault'
         FROM projections.serving, event_store.events WHERE type = 'BarsRecorded' RETURNING key`,
    );
    const id = `parked-${rows[0]?.key ?? ''}`;
    expect(await listed()).toMatchObject([{ id, code: 'notFolded', detail: 'the fold had a fault', events: 1 }]);
    expect((await run('dead-letters', 'show', id)).stdout).toMatch(/BarsRecorded at position \d+[^]*2026-02-27/);
    const closed = await run('dead-letters', 'close', id);
    expect([closed.code, closed.stdout]).toEqual([1, expect.stringMatching(/failed\tparked events are not given up/)]);
    const retried = await run('dead-letters', 'retry', id);
    expect([retried.code, retried.stdout]).toEqual([0, `${id}\tfolded\t1 event(s) of dossiers\n`]);
    expect(await listed()).toEqual([]);
  });
});
