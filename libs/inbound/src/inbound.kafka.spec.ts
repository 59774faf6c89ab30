import { readDeadLetters } from '@streakline/event-log';
import { collect, describeWithKafka, until } from '@streakline/testing';
import { makeInboundTopics, type InboundTopics } from '../test/inbound-topics';
import { anAnnouncement, binary, foreignHeaders, headers, someBars, structured, type Said } from '../test/records';
import { startWriteSide, type WriteSide } from '../test/write-side';
import type { Inbound } from './start-inbound';

describeWithKafka('commands by Kafka', (kafka) => {
  let writing: WriteSide;
  let inlets: InboundTopics;
  let inbound: Inbound;
  beforeAll(async () => {
    [writing, inlets] = await Promise.all([startWriteSide(), makeInboundTopics(kafka())]);
    await writing.post('/v1/instruments', { symbol: 'AMZN', mic: 'XNAS', name: 'Amazon', currency: 'USD' });
    inbound = inlets.start({ execute: writing.execute });
  });
  afterAll(async () => {
    await inlets.close();
    await writing.close();
  });

  const typesAfter = async (head: number) => (await collect(writing.store, head)).map(({ type }) => type).sort();
  const bars = (session: string, close: number, others: Said = {}): Said => ({
    type: 'streakline.record-bars.v1',
    subject: 'XNAS:AMZN',
    id: `${session} ${close}`,
    data: { ...someBars, bars: [{ session, close }] },
    ...others,
  });

  it('records announcements and bars, by both modes, as HTTP would have', async () => {
    const head = await writing.store.head();
    const correlationid = '0b7f4a52-8d3c-4a63-9f2e-1c5d7e8f9a0b';
    await inlets.send('inboundAnnouncements', binary({ correlationid }));
    await inlets.send('inboundPrices', binary(bars('2026-02-26', 207.92)), structured(bars('2026-02-27', 210)));
    expect(await inlets.nextEnds(3)).toEqual(['now', 'now', 'now']);
    expect(await typesAfter(head)).toEqual(['AnnouncementMade', 'BarsRecorded', 'BarsRecorded']);
    const made = (await collect(writing.store, head)).find(({ type }) => type === 'AnnouncementMade');
    expect(made?.correlationId).toBe(correlationid);
    const id = await announcementId();
    const amendment = { announcedOn: '2026-03-02', timing: 'preMarket', headline: 'More' };
    await inlets.send(
      'inboundAnnouncements',
      structured({ id: 'amend', type: 'streakline.amend.v1', subject: id, data: amendment }),
    );
    expect(await inlets.nextEnds(1)).toEqual(['now']);
    await inlets.send(
      'inboundAnnouncements',
      binary({ id: 'measure', type: 'streakline.measure.v1', subject: id, data: { period: '2025-Q4' } }),
    );
    expect(await inlets.nextEnds(1)).toEqual(['now']);
    const reason = 'It was public before.';
    const correction = { reason, announcedOn: '2026-02-26', timing: 'afterClose' };
    await inlets.send(
      'inboundAnnouncements',
      binary({ id: 'correct', type: 'streakline.correct.v1', subject: id, data: correction }),
    );
    expect(await inlets.nextEnds(1)).toEqual(['now']);
    await inlets.send(
      'inboundAnnouncements',
      structured({ id: 'retract', type: 'streakline.retract.v1', subject: id, data: { reason } }),
    );
    expect(await inlets.nextEnds(1)).toEqual(['now']);
    expect(inlets.letters).toEqual([]);
  });

  const announcementId = async () => {
    const answer = await writing.post('/v1/announcements', anAnnouncement);
    return String(answer['id']);
  };

  it('takes an event once, in whatever mode and partition it comes again, and refuses another under its id', async () => {
    const said = { id: 'once', data: { ...anAnnouncement, externalId: undefined, source: undefined } };
    await inlets.send('inboundAnnouncements', binary(said), binary(said), structured(said), binary(said));
    expect((await inlets.nextEnds(4)).toSorted()).toEqual(['before', 'before', 'before', 'now']);
    const head = await writing.store.head();
    await inlets.send('inboundAnnouncements', binary({ ...said, data: { ...said.data, headline: 'Another' } }));
    expect(await inlets.nextEnds(1)).toEqual(['idempotencyKeyReused']);
    expect(await writing.store.head()).toBe(head);
  });

  it('puts a record aside whole, byte by byte', async () => {
    const before = inlets.letters.length;
    const odd = [
      ['ce_id', Buffer.from([0xff, 0xfe])],
      ['twice', Buffer.from('1')],
      ['twice', Buffer.from('2')],
      ['nothing', null],
      ['__proto__', Buffer.from('x')],
    ] as const;
    const record = { key: Buffer.from([0, 0xff, 0x80]), value: Buffer.from([1, 0, 0xff]), headers: odd };
    await inlets.send('inboundPrices', record);
    expect(await inlets.nextEnds(1)).toEqual(['attributeMissing']);
    // The letter of what was refused before may still be on its way.
    const itsLetter = () => inlets.letters.slice(before).find(({ value }) => value?.equals(record.value));
    await until('its letter', () => itsLetter() !== undefined);
    const letter = itsLetter();
    expect(letter && [letter.key, letter.value, foreignHeaders(letter)]).toEqual([record.key, record.value, odd]);
    expect(letter?.headers).toMatchObject({
      'streakline-origin-topic': inlets.topics.inboundPrices.name,
      'streakline-origin-partition': '0',
      'streakline-attempts': '1',
    });
    expect(JSON.parse(letter?.headers['streakline-problem'] ?? '')).toMatchObject({ code: 'attributeMissing' });
  });

  it('changes nothing when its offsets are rewound to zero', async () => {
    const [head, open] = [await writing.store.head(), await openLetters()];
    const all = inlets.ends.length;
    await inbound.stop();
    // A group without offsets begins at the oldest records.
    await kafka().admin.deleteGroup(inlets.group);
    inbound = inlets.start({ execute: writing.execute });
    const ends = await inlets.nextEnds(all);
    expect(ends).not.toContain('now');
    expect(await writing.store.head()).toBe(head);
    expect(await openLetters()).toEqual(open);
  });

  const openLetters = async () => {
    const { log: eventLog, admin } = kafka();
    const { letters } = await readDeadLetters({ eventLog, admin, topics: inlets.topics, prefix: 'test-' });
    return letters.map((letter) => JSON.stringify(letter.origin)).sort();
  };

  it('puts aside again, under the same origin, what the CLI sends again unmended', async () => {
    await inlets.send('inboundPrices', {
      ...binary(bars('2026-02-26', 1)),
      headers: [...binary(bars('2026-02-26', 1)).headers, ...headers({ 'streakline-attempts': '2' })],
    });
    expect(await inlets.nextEnds(1)).toEqual(['barContradicts']);
    await until('its letter', () => inlets.letters.at(-1)?.headers['streakline-attempts'] === '3');
  });
});
