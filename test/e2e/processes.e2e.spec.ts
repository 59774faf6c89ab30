import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { resolve } from 'node:path';
import { EventLogError, type EventLogProducer } from '@streakline/event-log';
import { metricCatalogue } from '@streakline/observability';
import { createTestDatabase, describeWithKafka, Door, type TestDatabase, until } from '@streakline/testing';
import { loadAmazonExample, requestsOf } from '../../examples/amazon-2026/load';
import { pageOf, receiptOf } from './http-api';
import { endProcesses, failedStart, type ProcessName, type RunningProcess, startProcess } from './processes';
import { parseMetrics } from './prometheus-text';

jest.setTimeout(150_000);

const NAMES = ['intake', 'relay', 'projector', 'query'] as const;

let database: TestDatabase;
beforeAll(async () => {
  // Once, not by four processes at the same time.
  execFileSync(process.execPath, [resolve(__dirname, '../../bin/build.js')], { stdio: 'pipe' });
  database = await createTestDatabase();
});
afterAll(async () => {
  await endProcesses();
  await database.drop();
});

describeWithKafka('intake, relay, projector and query as processes of their own', (kafka) => {
  const running = {} as Record<ProcessName, RunningProcess>;
  const prefix = `test-${randomUUID()}.`;
  const environment = () => ({
    STREAKLINE_DATABASE_URL: database.url,
    KAFKA_BROKERS: kafka().connection.brokers.join(','),
    STREAKLINE_TOPIC_PREFIX: prefix,
  });

  let producer: EventLogProducer;

  beforeAll(async () => {
    producer = await kafka().log.producer();
    // All at once: their migrations must not get into each other's way.
    await Promise.all(NAMES.map(async (name) => (running[name] = await startProcess(name, environment()))));
  });

  afterAll(() => producer.close());

  /** Of a topic with one partition; null before its first record, with which it is made. */
  const endOf = async (topic: string): Promise<number | null> => {
    try {
      return (await kafka().admin.ranges(topic))[0]?.end ?? null;
    } catch (error) {
      if (error instanceof EventLogError && error.code === 'unknownTopic') return null;
      throw error;
    }
  };

  it('all get ready on an empty database and an empty Kafka, whatever comes up first', async () => {
    for (const name of NAMES) expect(await running[name].ready()).toMatchObject({ status: 'ready' });
    expect((await running.relay.get('/health/live')).body).toEqual({ status: 'live' });
  });

  it('carry what intake is told through Kafka into what query answers', async () => {
    const { intake, query } = running;
    const receipts = [];
    for (const { path, body } of requestsOf(loadAmazonExample()))
      receipts.push(receiptOf(await intake.post(path, body)));
    const earnings = receipts.at(-2)!;
    const minPosition = receipts.at(-1)!.position;

    const reactions = pageOf(
      await query.get(`/v1/announcements/${earnings.id}/reactions?minPosition=${minPosition}`),
    ).data;
    // By the tape: six falling closes from the first session that could react, 222.69 to 198.79.
    const amazon = reactions.find(({ instrument }) => instrument === 'XNAS:AMZN');
    expect(amazon).toMatchObject({ day0: '2026-02-06', relation: 'extended', streak: { lengthFromDay0: 6 } });
  });

  it('take CloudEvents from the inbound topics as they take HTTP, and put what they refuse aside', async () => {
    const { intake, query } = running;
    const [earnings] = loadAmazonExample().announcements;
    const send = async (id: string, data: unknown) => {
      const headers = {
        ...{ ce_specversion: '1.0', ce_id: id, ce_source: '/test', ce_type: 'streakline.announce.v1' },
        'content-type': 'application/json',
      };
      const record = { partition: 0, key: null, value: JSON.stringify(data), headers };
      await producer.send(`${prefix}streakline.inbound.announcements.v1`, [record]);
    };
    await send('one', { ...earnings, headline: 'Told by Kafka', externalId: 'another' });
    await send('two', { headline: 'Told by nobody' });
    await until('query shows it', async () =>
      JSON.stringify((await query.get('/v1/announcements')).body).includes('Told by Kafka'),
    );
    const total = async (metric: string) => parseMetrics(await intake.metrics()).get(metric)?.samples ?? [];
    await until('the other is refused', async () => (await total('streakline_inbound_refused_total')).length > 0);
    expect(await total('streakline_inbound_refused_total')).toEqual([
      { labels: { topic: `${prefix}streakline.inbound.announcements.v1`, code: 'invalidBody' }, value: 1 },
    ]);
    expect(await total('streakline_inbound_handled_total')).toEqual([
      { labels: { type: 'streakline.announce.v1', said: 'now' }, value: 1 },
    ]);
  });

  it('pass over what somebody else wrote to the events topic, and put it aside', async () => {
    const { intake, projector, query } = running;
    const garbage = { partition: 3, key: null, value: 'hello', headers: {} };
    await producer.send(`${prefix}streakline.events.v1`, [garbage]);
    const dividend = { exDate: '2026-03-20', amount: 1.5 };
    const { position } = receiptOf(await intake.post('/v1/instruments/ARCX:SPY/dividends', dividend));
    expect((await query.get(`/v1/instruments/ARCX:SPY?minPosition=${position}`)).status).toBe(200);
    await until('it is a dead letter', async () => (await endOf(`${prefix}streakline.events.v1.dead-letters`)) === 1);
    const unreadable = parseMetrics(await projector.metrics()).get('streakline_projector_unreadable_records_total');
    expect(unreadable?.samples).toEqual([{ labels: { projection: 'dossiers' }, value: 1 }]);
    await projector.ready();
  });

  it('show where the projection is, also to those who ask query', async () => {
    const { query, projector } = running;
    const [projection] = pageOf(await query.get('/v1/projections')).data;
    expect(projection).toMatchObject({ version: 1, lag: { events: 0 }, parked: 0, problem: null });
    expect(await projector.ready()).toMatchObject({ checks: { projector: { ready: true, lag: 0 } } });
  });

  it('keep the two sides apart: query takes nothing, intake shows nothing', async () => {
    const { intake, query } = running;
    expect((await query.post('/v1/instruments', {})).status).toBe(405);
    expect((await intake.get('/v1/instruments')).status).toBe(405);
    expect((await intake.get('/v1/projections')).status).toBe(404);
  });

  it('tell their figures in the format of Prometheus, by names and labels that are documented', async () => {
    for (const name of NAMES) {
      const families = parseMetrics(await running[name].metrics());
      expect(families.get('process_cpu_seconds_total')?.type).toBe('counter');
      for (const [metric, { type, samples }] of families) {
        if (!metric.startsWith('streakline_')) continue;
        const declared = metricCatalogue[metric as keyof typeof metricCatalogue];
        expect([metric, type]).toEqual([metric, declared.type]);
        const labels = new Set(samples.flatMap((sample) => Object.keys(sample.labels)));
        labels.delete('le');
        expect([metric, [...labels].sort()]).toEqual([metric, [...(declared.labels ?? [])].sort()]);
      }
    }
  });

  it('count by route, never by URL', async () => {
    const { query } = running;
    await query.get('/v1/instruments/XNAS:AMZN/streaks');
    await query.get(`/v1/nothing/${randomUUID()}`);
    const durations = parseMetrics(await query.metrics()).get('streakline_http_request_duration_seconds')!;
    const routes = [...new Set(durations.samples.map(({ labels }) => labels['route']))];
    expect(routes).toEqual(expect.arrayContaining(['/v1/instruments/:ref/streaks', '/health/ready', 'unmatched']));
    expect(routes.filter((route) => route?.includes('AMZN') || route?.includes('nothing'))).toEqual([]);
  });

  it('show the lag of each partition, and what the relay has sent', async () => {
    const { projector, query, relay } = running;
    for (const shown of [projector, query]) {
      const families = parseMetrics(await shown.metrics());
      const lags = families.get('streakline_projection_lag_events')!.samples;
      expect(lags).toHaveLength(12);
      expect(lags.map(({ value }) => value)).toEqual(lags.map(() => 0));
      const positions = families.get('streakline_projection_position')!.samples;
      const [head] = families.get('streakline_projection_head')!.samples;
      expect(positions.map(({ value }) => value)).toEqual(positions.map(() => head!.value));
    }
    const sent = parseMetrics(await relay.metrics());
    expect(sent.get('streakline_relay_active')!.samples[0]!.value).toBe(1);
    expect(sent.get('streakline_insights_active')!.samples[0]!.value).toBe(1);
    expect(sent.get('streakline_relay_sent_records_total')!.samples[0]!.value).toBeGreaterThan(0);
  });

  it('each end at SIGTERM, in order', async () => {
    // A second relay would stand by, a second projector share; ending one must not depend on the others.
    for (const name of NAMES) expect([name, await endWithin(5_000, running[name])]).toEqual([name, 0]);
  });
});

describeWithKafka('processes whose Kafka is away', (kafka) => {
  it('say what is missing and go on trying, while intake takes HTTP; when it is there, they carry what was told', async () => {
    const [host = '', port = ''] = kafka().connection.brokers[0]!.split(':');
    const door = new Door(host, Number(port));
    await door.reserve();
    const own = await createTestDatabase();
    const environment = {
      STREAKLINE_DATABASE_URL: own.url,
      KAFKA_BROKERS: door.address,
      STREAKLINE_TOPIC_PREFIX: `test-${randomUUID()}.`,
    };
    const [intake, relay, projector] = await Promise.all(
      (['intake', 'relay', 'projector'] as const).map((name) => startProcess(name, environment)),
    );
    await intake!.ready();
    const told = await intake!.post('/v1/instruments', { symbol: 'ZZZ', mic: 'XNAS', name: 'Zed', currency: 'USD' });
    const { position } = receiptOf(told);
    for (const waiting of [relay!, projector!]) {
      const { status, body } = await eventuallySays(waiting, 'Kafka');
      expect({ status, body }).toMatchObject({ status: 503, body: { code: 'notReady' } });
      expect((await waiting.get('/health/live')).status).toBe(200);
    }

    await door.open();
    expect(await relay!.ready()).toMatchObject({ checks: { relay: { state: 'active' } } });
    await eventuallySays(projector!, `"position":${position}`);
    await projector!.ready();
    for (const each of [intake!, relay!, projector!])
      expect([each.name, await endWithin(5_000, each)]).toEqual([each.name, 0]);
    await door.shut();
    await own.drop();
  });
});

describe('a process that is held up in its stopping', () => {
  it('ends at once when it is told again', async () => {
    const query = await startProcess('query', { STREAKLINE_DATABASE_URL: database.url });
    const { port } = new URL(query.url);
    const unfinished = connect(Number(port), '127.0.0.1').on('error', () => undefined);
    unfinished.write(
      'POST /v1/x HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{',
    );
    // The answer to a later one says that the server has this one in hand.
    await query.get('/health/live');
    // Those of the first second are one wish; the request above would hold it up for two and a half.
    const asking = setInterval(() => query.child.kill('SIGTERM'), 50);
    expect(await query.end('SIGTERM')).toBe(143);
    clearInterval(asking);
    unfinished.destroy();
  });
});

describe('a process that cannot be what it is told to be', () => {
  it('names every setting that is wrong, in one line, and how to mend it', async () => {
    const { code, stderr } = await failedStart('relay', {
      STREAKLINE_DATABASE_URL: 'mysql://nobody@nowhere',
      KAFKA_BROKERS: 'nowhere',
      STREAKLINE_PORT: 'eighty',
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^relay: .*STREAKLINE_DATABASE_URL.*STREAKLINE_PORT.*KAFKA_BROKERS.*\n$/);
  });

  it('does not open its API, without a key, to a network that nobody said to trust', async () => {
    const { code, stderr } = await failedStart('query', {
      STREAKLINE_DATABASE_URL: database.url,
      STREAKLINE_HOST: '0.0.0.0',
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^query: Streakline listens on a loopback address only .*keys create.*STREAKLINE_TRUST_NETWORK=true.*$/m,
    );
  });
});

/** How it ended; 'too late' where it did not in time. */
async function endWithin(milliseconds: number, process: RunningProcess): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolveLate) => (timer = setTimeout(resolveLate, milliseconds, 'too late')));
  const how = await Promise.race([process.end('SIGTERM'), late]);
  clearTimeout(timer);
  return how;
}

async function eventuallySays(process: RunningProcess, text: string) {
  for (;;) {
    const answer = await process.get('/health/ready');
    if (JSON.stringify(answer.body).includes(text)) return answer;
    await new Promise((resolveSoon) => setTimeout(resolveSoon, 50));
  }
}
