import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deadLetter, type EventLogProducer, type LogRecord, topicsOf } from '@streakline/event-log';
import { describeWithKafka } from '@streakline/testing';
import { streakline, temporaryFolder } from './cli-process';

// A process for each command; the machine may have much else to do.
jest.setTimeout(180_000);

const problem = {
  code: 'unknownInstrument',
  title: 'Not Found',
  detail: 'No instrument is listed as XNAS:NONE. List it first.',
  errors: [{ pointer: '/bars/0', detail: 'has no close' }],
};

/** Beside a folder without data, so that only Kafka is there to look at. */
describeWithKafka('streakline topics and dead-letters', (kafka) => {
  const folder = temporaryFolder();
  const prefix = `test-${randomUUID()}.`;
  const topics = topicsOf(prefix);
  let producer: EventLogProducer;
  const run = (...args: readonly string[]) =>
    streakline(args[0] === 'topics' ? args : [...args, '--data-dir', join(folder, 'none')], '', {
      KAFKA_BROKERS: kafka().connection.brokers.join(','),
      STREAKLINE_TOPIC_PREFIX: prefix,
      STREAKLINE_DATABASE_URL: '',
    });
  beforeAll(async () => {
    producer = await kafka().log.producer();
  });
  afterAll(async () => {
    await producer.close();
    for (const { name } of Object.values(topics)) await kafka().admin.deleteTopic(name);
  });

  const refuse = async (offset: number, value: string, code = problem.code) => {
    const headers = { ce_id: `id-${offset}`, ce_source: '/test', ce_type: 'streakline.record-bars.v1' };
    const record: LogRecord = {
      offset,
      key: Buffer.from('XNAS:NONE'),
      value: Buffer.from(value),
      headers,
      timestamp: 0,
    };
    const from = { topic: topics.inboundPrices.name, partition: 2 };
    await producer.send(topics.deadPrices.name, [deadLetter(record, from, { ...problem, code })]);
  };

  it('creates the topics, and finds what is missing or different', async () => {
    const before = await run('topics', 'check');
    expect([before.code, before.stderr]).toEqual([1, '']);
    expect(before.stdout).toContain(`${prefix}streakline.events.v1\tmissing\t-\t-\tit does not exist\n`);
    await kafka().admin.createTopic({ ...topics.insights, partitions: 2 }, 1);
    const created = await run('topics', 'create', '--json');
    expect(created.code).toBe(3);
    const states = (JSON.parse(created.stdout) as { data: { name: string; outcome: string; created: boolean }[] }).data;
    expect(states.map(({ name, outcome, created: made }) => [name.slice(prefix.length), outcome, made])).toEqual([
      ['streakline.events.v1', 'asWanted', true],
      ['streakline.inbound.announcements.v1', 'asWanted', true],
      ['streakline.inbound.prices.v1', 'asWanted', true],
      ['streakline.insights.v1', 'different', false],
      ['streakline.events.v1.dead-letters', 'asWanted', true],
      ['streakline.inbound.announcements.v1.dead-letters', 'asWanted', true],
      ['streakline.inbound.prices.v1.dead-letters', 'asWanted', true],
    ]);
    const after = await run('topics', 'check');
    expect(after.code).toBe(1);
    expect(after.stdout).toContain('insights.v1\tdifferent\t2\t1\t2 partitions instead of 6');
  });

  it('lists a refused record, shows it, and sends it again once mended', async () => {
    await refuse(7, '{"bars": [{}]}');
    const listed = await run('dead-letters', 'list', '--json');
    const [summary, ...others] = (JSON.parse(listed.stdout) as { data: Record<string, unknown>[] }).data;
    expect([listed.code, others]).toEqual([0, []]);
    expect(summary).toEqual({
      id: 'prices-0-0',
      topic: topics.inboundPrices.name,
      projection: null,
      key: 'XNAS:NONE',
      refusedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      code: problem.code,
      detail: problem.detail,
      attempts: 1,
      events: null,
    });
    expect(listed.stderr).toMatch(/parked events are not shown: there is no data folder/);

    const shown = await run('dead-letters', 'show', 'prices-0-0');
    for (const text of [problem.detail, '/bars/0 has no close', 'streakline.record-bars.v1', '{"bars": [{}]}'])
      expect(shown.stdout).toContain(text);
    expect((await run('dead-letters', 'show', 'prices-0-0', '--raw')).stdout).toBe('{"bars": [{}]}');

    const mended = join(folder, 'bars.json');
    writeFileSync(mended, '{"bars": [{"close": 1}]}');
    const retried = await run('dead-letters', 'retry', 'prices-0-0', '--value', mended);
    expect([retried.code, retried.stdout]).toEqual([0, expect.stringMatching(/^prices-0-0\tsent\tto /)]);
    const ranges = await kafka().admin.ranges(topics.inboundPrices.name);
    expect(ranges.map(({ end }) => end)).toEqual([0, 0, 1, 0, 0, 0]);
    expect((await run('dead-letters', 'list')).stdout).toBe('');
    const again = await run('dead-letters', 'retry', 'prices-0-0');
    expect([again.code, again.stderr]).toEqual([1, expect.stringMatching(/nothing open has the id prices-0-0/)]);
  });

  it('sends all of a kind, and closes what nobody will mend', async () => {
    await refuse(8, 'a');
    await refuse(9, 'b', 'invalid');
    await refuse(10, 'c');
    const retried = await run('dead-letters', 'retry', '--all', '--topic', 'prices', '--code', 'unknownInstrument');
    expect([retried.code, retried.stdout.split('\n').map((line) => line.split('\t').slice(0, 2))]).toEqual([
      0,
      [['prices-0-2', 'sent'], ['prices-0-4', 'sent'], ['']],
    ]);
    const closed = await run('dead-letters', 'close', 'prices-0-3');
    expect([closed.code, closed.stdout]).toEqual([0, expect.stringMatching(/^prices-0-3\tclosed\t/)]);
    expect(JSON.parse((await run('dead-letters', 'list', '--json')).stdout)).toMatchObject({ data: [] });
  });

  it('says what is wrong with what was asked', async () => {
    const cases: readonly (readonly [args: readonly string[], code: number, message: RegExp])[] = [
      [['dead-letters', 'retry'], 2, /name ids, as .* or give --all/],
      [['dead-letters', 'retry', 'prices-0-1', '--value', join(folder, 'none')], 2, /--value: ENOENT/],
      [['topics', 'check', '--topic-prefix', 'a b'], 2, /--topic-prefix is "a b": up to 150 of the letters/],
      [['topics', 'check', '--brokers', '127.0.0.1:9'], 1, /no Kafka could be used at 127.0.0.1:9: .*ECONNREFUSED/],
    ];
    for (const [args, code, message] of cases) {
      const finished = await run(...args);
      expect([args, finished.code, finished.stdout]).toEqual([args, code, '']);
      expect(finished.stderr).toMatch(message);
    }
  });
});
