import { randomUUID } from 'node:crypto';
import { createLog } from '@streakline/observability';
import { deadLetter, ensureTopics, type EventLogProducer, type LogRecord, topicsOf } from '@streakline/event-log';
import { createTestDatabase, describeWithKafka, type TestDatabase } from '@streakline/testing';
import type { Service } from '@streakline/service';
import { Client } from 'pg';
import { startQuery } from '../../apps/query/src/start-query';
import { loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { type Answer, type HttpApi, pageOf, startHttpApi } from './http-api';

jest.setTimeout(180_000);

const UNKNOWN = { status: 404, body: { code: 'unknownDeadLetter' } };

describe('parked events over HTTP', () => {
  let api: HttpApi;
  let sql: Client;
  beforeAll(async () => {
    api = await startHttpApi();
    sql = new Client({ connectionString: api.databaseUrl });
    await sql.connect();
    for (const { path, body } of requestsOf(loadAmazonExample())) await api.post(path, body);
    await api.get(`/v1/projections?minPosition=${await api.head()}`);
  });
  afterEach(async () => {
    for (const { id } of await listed()) await api.post(`/v1/dead-letters/${String(id)}/retry`, {});
  });
  afterAll(async () => {
    await sql.end();
    await api.close();
  });

  /** As the projector parks what its fold throws at, and all of the key after it; the fold of this program can do it. */
  const park = async (): Promise<readonly string[]> => {
    const { rows } = await sql.query<{ key: string }>(
      `INSERT INTO projections.parked (projection, version, key, position, reason, at)
       SELECT projection, version, key, position, 'the fold had a fault', now()
         FROM projections.serving, event_store.events JOIN event_store.event_keys USING (position)
        WHERE key LIKE 'ins_%' AND position >= (SELECT min(position) FROM event_store.events WHERE type = 'BarsRecorded')
       RETURNING key`,
    );
    return [...new Set(rows.map(({ key }) => `parked-${key}`))].sort();
  };
  const listed = async (query = '') => pageOf(await api.get(`/v1/dead-letters${query}`)).data;

  it('are none at first, and records of a Kafka that this process does not know are said to be unseen', async () => {
    expect((await api.get('/v1/dead-letters')).body).toEqual({
      data: [],
      nextCursor: null,
      unseen: [{ what: 'records', why: expect.stringContaining('KAFKA_BROKERS') }],
    });
  });

  it('are listed with what they are about, shown with the event, and folded when retried', async () => {
    const [id = ''] = await park();
    const [letter] = (await listed()).filter((each) => each['id'] === id);
    expect(letter).toMatchObject({
      ...{ id, kind: 'parked', projection: 'dossiers', topic: null, code: 'notFolded', attempts: null },
      ...{ detail: 'the fold had a fault', key: id.slice('parked-'.length), canRetry: true, canClose: false },
    });
    const shown = await api.get(`/v1/dead-letters/${id}`);
    expect(shown.body).toMatchObject({ ...letter, version: 1, event: { position: letter?.['position'] } });
    const key = String(letter?.['key']);
    const [event] = pageOf(
      await api.get(`/v1/events?instruments=${key}&after=${Number(letter?.['position']) - 1}&limit=1`),
    ).data;
    expect(JSON.parse(String(shown.body['value']))).toEqual(event?.['data']);

    const projections = async () => pageOf(await api.get('/v1/projections')).data[0];
    expect((await projections())?.['parked']).toBeGreaterThan(0);
    const retried = await api.post(`/v1/dead-letters/${id}/retry`, {});
    expect([retried.status, retried.body]).toEqual([
      200,
      { id, outcome: 'folded', detail: expect.stringMatching(/^\d+ event\(s\) of dossiers$/) },
    ]);
    expect((await listed()).map((each) => each['id'])).not.toContain(id);
    expect(await api.post(`/v1/dead-letters/${id}/retry`, {})).toMatchObject(UNKNOWN);
    expect(await api.get(`/v1/dead-letters/${id}`)).toMatchObject(UNKNOWN);
  });

  it('are paged, newest first, each once, and filtered by topic and code', async () => {
    const ids = await park();
    expect(ids.length).toBeGreaterThan(1);
    const seen: unknown[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = pageOf(await api.get(`/v1/dead-letters?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`));
      expect(page.data.length).toBeLessThanOrEqual(1);
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect([...seen].sort()).toEqual(ids);
    expect((await listed('?topic=parked&code=notFolded')).length).toBe(ids.length);
    expect(await listed('?topic=prices')).toEqual([]);
    expect(await listed('?code=unknownInstrument')).toEqual([]);
    expect(await api.get('/v1/dead-letters?cursor=x')).toMatchObject({ status: 400, body: { code: 'invalidCursor' } });
  });

  it('are not closed, and take no other value', async () => {
    const [id = ''] = await park();
    expect(await api.post(`/v1/dead-letters/${id}/close`, {})).toMatchObject({
      status: 409,
      body: { code: 'notClosable', detail: expect.stringContaining('not given up') },
    });
    expect(await api.post(`/v1/dead-letters/${id}/retry`, { value: '{}' })).toMatchObject({
      status: 422,
      body: { code: 'parkedTakesNoValue', errors: [{ pointer: '/value' }] },
    });
    expect(await api.post(`/v1/dead-letters/${id}/retry`, { values: '{}' })).toMatchObject({ status: 422 });
    expect((await listed()).map((each) => each['id'])).toContain(id);
  });

  it('are retried once for an Idempotency-Key, also by many at once', async () => {
    const [id = ''] = await park();
    const headers = { 'Idempotency-Key': randomUUID() };
    const retry = () => api.post(`/v1/dead-letters/${id}/retry`, {}, headers);
    // More than there are connections to the database.
    const answers = await Promise.all(Array.from({ length: 30 }, retry));
    const later = await retry();
    for (const { status, body } of [...answers, later])
      expect([status, body]).toEqual([200, { id, outcome: 'folded', detail: later.body['detail'] }]);
    expect(await api.post('/v1/dead-letters/parked-other/retry', {}, headers)).toMatchObject({
      status: 409,
      body: { code: 'idempotencyKeyReused' },
    });
  });

  it('leave a key that failed free for another attempt', async () => {
    const headers = { 'Idempotency-Key': randomUUID() };
    const [id = ''] = await park();
    for (let attempt = 0; attempt < 2; attempt += 1)
      expect((await api.post(`/v1/dead-letters/${id}/close`, {}, headers)).body['code']).toBe('notClosable');
  });
});

describeWithKafka('records that were refused, over HTTP', (kafka) => {
  const prefix = `test-${randomUUID()}.`;
  const topics = topicsOf(prefix);
  let database: TestDatabase;
  let query: Service;
  let producer: EventLogProducer;
  beforeAll(async () => {
    database = await createTestDatabase();
    await ensureTopics(kafka().admin, [topics.inboundPrices, topics.deadPrices, topics.deadEvents]);
    producer = await kafka().log.producer();
    query = await startQuery({
      ...{ databaseUrl: database.url, kafka: kafka().connection, topicPrefix: prefix },
      log: createLog('silent'),
    });
    await query.opened;
  });
  afterAll(async () => {
    await query.close();
    await producer.close();
    await database.drop();
    for (const { name } of [topics.inboundPrices, topics.deadPrices, topics.deadEvents])
      await kafka().admin.deleteTopic(name);
  });

  const refuse = async (offset: number, value: string | Buffer, from = topics.inboundPrices) => {
    const record: LogRecord = {
      ...{ offset, key: Buffer.from('XNAS:NONE'), value: Buffer.from(value), timestamp: 0 },
      headers: { ce_id: `id-${offset}`, ce_type: 'streakline.record-bars.v1' },
    };
    const problem = { code: 'unknownInstrument', title: 'Not Found', detail: 'No instrument is listed as XNAS:NONE.' };
    await producer.send(`${from.name}.dead-letters`, [deadLetter(record, { topic: from.name, partition: 2 }, problem)]);
  };
  const ask = async (path: string, body?: object): Promise<Answer> => {
    const init = body && {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'Content-Type': 'application/json' },
    };
    const response = await fetch(`${query.url}/v1/dead-letters${path}`, init);
    return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
  };
  const ids = async () => pageOf(await ask('')).data.map(({ id }) => id);

  it('are listed with why, and shown with headers and value', async () => {
    await refuse(7, '{"bars": [{}]}');
    expect((await ask('')).body).toEqual({
      data: [
        {
          ...{ id: 'prices-0-0', kind: 'record', topic: topics.inboundPrices.name, projection: null, key: 'XNAS:NONE' },
          refusedAt: expect.stringMatching(/^\d{4}-.*Z$/),
          ...{ code: 'unknownInstrument', detail: 'No instrument is listed as XNAS:NONE.', attempts: 1, events: null },
          ...{ position: null, canRetry: true, canClose: true },
        },
      ],
      ...{ nextCursor: null, unseen: [] },
    });
    expect((await ask('/prices-0-0')).body).toMatchObject({
      ...{ value: '{"bars": [{}]}', valueBase64: null, whyNotRetried: null },
      origin: { topic: topics.inboundPrices.name, partition: 2, offset: 7 },
      headers: { ce_id: 'id-7', ce_type: 'streakline.record-bars.v1' },
      problem: { title: 'Not Found' },
    });
  });

  it('go back mended to where they were refused, and are off the list at once', async () => {
    const retried = await ask('/prices-0-0/retry', { value: '{"bars": [{"close": 1}]}' });
    expect([retried.status, retried.body]).toMatchObject([200, { id: 'prices-0-0', outcome: 'sent' }]);
    expect((await kafka().admin.ranges(topics.inboundPrices.name))[2]?.end).toBe(1);
    expect(await ids()).toEqual([]);
    expect(await ask('/prices-0-0/retry', {})).toMatchObject(UNKNOWN);
  });

  it('are closed where nobody will mend them, and bytes that are no text are told as base64', async () => {
    await refuse(8, Buffer.from([0xff, 0x00]));
    const [id] = await ids();
    expect((await ask(`/${String(id)}`)).body).toMatchObject({ value: null, valueBase64: '/wA=' });
    expect(await ask(`/${String(id)}/close`, {})).toMatchObject({ status: 200, body: { outcome: 'closed' } });
    expect(await ids()).toEqual([]);
  });

  it('of the events topic say why they cannot be retried, and stay until they are closed', async () => {
    await refuse(9, 'hello', topics.events);
    expect(pageOf(await ask('')).data).toMatchObject([{ id: 'events-0-0', canRetry: false, canClose: true }]);
    expect((await ask('/events-0-0')).body['whyNotRetried']).toMatch(/in the store/);
    expect(await ask('/events-0-0/retry', {})).toMatchObject({ status: 409, body: { code: 'notSendable' } });
    expect((await ask('/events-0-0/close', {})).status).toBe(200);
    expect(await ids()).toEqual([]);
  });
});

describeWithKafka('dead letters while Kafka is away', () => {
  it('are said to be unseen, while parked events are shown all the same', async () => {
    const database = await createTestDatabase();
    const nowhere = { brokers: ['127.0.0.1:1'], clientId: 'streakline-query-test' };
    const query = await startQuery({ databaseUrl: database.url, kafka: nowhere, log: createLog('silent') });
    await query.opened;
    const seen = await fetch(`${query.url}/v1/dead-letters`);
    expect([seen.status, await seen.json()]).toMatchObject([
      200,
      { data: [], unseen: [{ what: 'records', why: expect.stringContaining('Kafka') }] },
    ]);
    const one = await fetch(`${query.url}/v1/dead-letters/prices-0-0`);
    expect([one.status, one.headers.get('Retry-After'), await one.json()]).toMatchObject([
      503,
      '1',
      { code: 'logUnavailable' },
    ]);
    await query.close();
    await database.drop();
  });
});
