import { EventLogError, type EventLog } from '@streakline/event-log';
import { collect, describeWithKafka, until } from '@streakline/testing';
import { type InboundTopics, makeInboundTopics } from '../test/inbound-topics';
import { anAnnouncement, binary, type Parts } from '../test/records';
import { startWriteSide, type WriteSide } from '../test/write-side';

describeWithKafka('inbound records while something is away', (kafka) => {
  let writing: WriteSide;
  let inlets: InboundTopics;
  beforeAll(async () => {
    writing = await startWriteSide();
    await writing.post('/v1/instruments', { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon', currency: 'USD' });
  });
  afterAll(() => writing.close());
  beforeEach(async () => {
    inlets = await makeInboundTopics(kafka());
  });
  afterEach(() => inlets.close());

  /** Announcements of these names, each with a key of its own. */
  const announcements = (...names: readonly string[]): readonly Parts[] =>
    names.map((name) =>
      binary({ id: name, source: name, data: { ...anAnnouncement, externalId: name } }, { key: Buffer.from(name) }),
    );
  const numbered = (name: string, count: number) =>
    announcements(...Array.from({ length: count }, (_, index) => `${name} ${index}`));
  const madeAfter = async (head: number) =>
    (await collect(writing.store, head)).flatMap(
      ({ data }) => JSON.stringify(data).match(/"externalId":"[^"]*"/)?.[0] ?? [],
    );

  it('waits for the database, loses nothing, puts nothing aside', async () => {
    const head = await writing.store.head();
    const inbound = inlets.start({ execute: writing.execute });
    await inlets.send('inboundAnnouncements', ...numbered('before', 5));
    await inlets.nextEnds(5);
    await writing.proxy.cut();
    await inlets.send('inboundAnnouncements', ...numbered('meanwhile', 50));
    await until('records that wait', () => inlets.retries.includes('databaseUnavailable'));
    expect(inbound.status()).toMatchObject({ state: 'consuming', problem: expect.any(String) });
    await writing.proxy.mend();
    expect(new Set(await inlets.nextEnds(50))).toEqual(new Set(['now']));
    expect(new Set(await madeAfter(head)).size).toBe(55);
    expect(inlets.letters).toEqual([]);
    await until('no trouble', () => inbound.status().problem === null);
  });

  it('stops while the database is away, and what was not done is done by the next', async () => {
    const head = await writing.store.head();
    const first = inlets.start({ execute: writing.execute });
    await until('its partitions', () => first.status().partitions === 12);
    await writing.proxy.cut();
    await inlets.send('inboundAnnouncements', ...numbered('left', 20));
    await until('records that wait', () => inlets.retries.length > 0);
    await first.stop();
    expect(first.status()).toEqual({ state: 'stopped', partitions: 0, problem: null });
    await writing.proxy.mend();
    inlets.start({ execute: writing.execute });
    await until('all of them', async () => new Set(await madeAfter(head)).size === 20);
    expect(inlets.letters).toEqual([]);
  });

  it('hands records that wait over to another of its group', async () => {
    const head = await writing.store.head();
    const away = () => Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }));
    const stuck = inlets.start({ execute: away });
    await until('its partitions', () => stuck.status().partitions === 12);
    await inlets.send('inboundAnnouncements', ...numbered('handed over', 12));
    await until('records that wait', () => inlets.retries.length > 0);
    const healthy = inlets.start({ execute: writing.execute });
    await until('half of the partitions', () => healthy.status().partitions === 6);
    expect(stuck.status().partitions).toBe(6);
    await stuck.stop();
    await until('all of them', async () => new Set(await madeAfter(head)).size === 12);
    expect(await madeAfter(head)).toHaveLength(12);
    expect(inlets.letters).toEqual([]);
  });

  it('waits until a dead letter can be written', async () => {
    let failures = 5;
    const eventLog: EventLog = {
      ...kafka().log,
      producer: async () => {
        const producer = await kafka().log.producer();
        return {
          close: () => producer.close(),
          send: (topic, records) =>
            failures-- > 0
              ? Promise.reject(new EventLogError('unreachable', 'no broker answers'))
              : producer.send(topic, records),
        };
      },
    };
    inlets.start({ execute: writing.execute, eventLog });
    await inlets.send('inboundAnnouncements', binary({ data: {} }), binary({ id: '' }));
    expect((await inlets.nextEnds(2)).toSorted()).toEqual(['attributeMissing', 'invalidBody']);
    expect(inlets.retries).toEqual(Array(5).fill('unreachable'));
    await until('their letters', () => inlets.letters.length === 2);
  });

  it('puts aside what fails again and again for no known reason, and does the rest', async () => {
    const execute: WriteSide['execute'] = (command) =>
      JSON.stringify(command).includes('"poison') ? Promise.reject(new TypeError('x')) : writing.execute(command);
    inlets.start({ execute });
    await inlets.send('inboundAnnouncements', ...announcements('poison', 'good', 'better'));
    expect(await inlets.nextEnds(3)).toEqual(['now', 'now', 'internalError']);
    await until('its letter', () => inlets.letters.length === 1);
    const problem = JSON.parse(inlets.letters[0]?.headers['streakline-problem'] ?? '');
    expect(problem).toMatchObject({ status: 500, code: 'internalError' });
    expect(problem.detail).not.toContain('TypeError');
  });
});
