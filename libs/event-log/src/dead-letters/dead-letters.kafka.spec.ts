import { randomUUID } from 'node:crypto';
import { describeWithKafka, until } from '@streakline/testing';
import type { EventLogProducer, LogRecord, OutgoingRecord } from '../event-log';
import { type Topics, topicsOf } from '../topics/topics';
import { deadLetter } from './dead-letter';
import { DeadLetterReader, readDeadLetters, readLetterRecords } from './read-dead-letters';
import { readRanges } from './read-ranges';
import { closeDeadLetter, retryDeadLetter, whyNotRetried } from './retry-dead-letter';

describeWithKafka('dead letters on Kafka', (kafka) => {
  const prefix = `test-${randomUUID()}.`;
  const topics: Topics = topicsOf(prefix);
  const { inboundPrices, deadPrices, deadEvents } = topics;
  let producer: EventLogProducer;
  const source = () => ({ eventLog: kafka().log, admin: kafka().admin, topics, prefix });
  const desk = () => ({ producer, admin: kafka().admin, topics });
  const open = async () => (await readDeadLetters(source())).letters;

  beforeAll(async () => {
    producer = await kafka().log.producer();
    for (const topic of [inboundPrices, deadPrices, deadEvents]) await kafka().admin.createTopic(topic, 1);
  });
  afterAll(async () => {
    await producer.close();
    for (const { name } of [inboundPrices, deadPrices, deadEvents]) await kafka().admin.deleteTopic(name);
  });

  /** Sends a record, reads it, and puts it aside as the intake would. */
  async function refuse(sent: OutgoingRecord, code: string, topic = inboundPrices.name): Promise<void> {
    const offset = (await producer.send(topic, [sent])).get(sent.partition) ?? -1;
    const [record] = await recordsOf(topic, sent.partition, offset);
    if (record === undefined) throw new Error('the record just sent was not read');
    const letter = deadLetter(record, { topic, partition: sent.partition }, { code, title: code, detail: '.' });
    await producer.send(`${topic}.dead-letters`, [letter]);
  }

  async function recordsOf(topic: string, partition: number, from: number): Promise<readonly LogRecord[]> {
    const end = (await kafka().admin.ranges(topic))[partition]?.end ?? 0;
    const records: LogRecord[] = [];
    const range = { topic, partition, from, end };
    await readRanges(kafka().log, kafka().aGroup(), [range], (_, record) => void records.push(record));
    return records;
  }

  it('are none on empty topics, and a topic that does not exist is told', async () => {
    expect(await readDeadLetters(source())).toEqual({ letters: [], missing: [topics.deadAnnouncements.name] });
  });

  it('go back byte by byte to where they were refused, with another id only where theirs was used before', async () => {
    const value = Buffer.from([0, 0xff, 0x7b]);
    const sent = { partition: 3, key: Buffer.from([0xfe]), value, headers: { ce_id: 'one', ce_source: '/test' } };
    await refuse(sent, 'unknownInstrument');
    await refuse({ ...sent, headers: { ce_id: 'two' } }, 'idempotencyKeyReused');
    const letters = await open();
    expect(letters.map(({ id, attempts, origin }) => [id, attempts, origin?.partition])).toEqual([
      ['prices-0-0', 1, 3],
      ['prices-0-1', 1, 3],
    ]);
    await readLetterRecords(source(), letters, (letter, record) => retryDeadLetter(desk(), letter, record));
    expect(await open()).toEqual([]);
    const again = await recordsOf(inboundPrices.name, 3, 2);
    expect(again.map((record) => [record.key, record.value, record.headers])).toEqual([
      [sent.key, value, { 'streakline-attempts': '1', ce_id: 'one', ce_source: '/test' }],
      [sent.key, value, { 'streakline-attempts': '1', ce_id: 'two-retry-1' }],
    ]);
  });

  it('that were mended carry the new value, and come back as letters of a second attempt if that is refused', async () => {
    await refuse({ partition: 0, key: 'k', value: 'bad', headers: { ce_id: 'three' } }, 'invalid');
    const [letter] = await open();
    expect(letter).toMatchObject({ key: 'k', size: 3, problem: { code: 'invalid' }, headers: { ce_id: 'three' } });
    if (letter === undefined) return;
    await readLetterRecords(source(), [letter], (_, record) =>
      retryDeadLetter(desk(), letter, record, Buffer.from('better')),
    );
    const [again] = await recordsOf(inboundPrices.name, 0, 1);
    expect(again?.value?.toString()).toBe('better');
    if (again === undefined) return;
    const place = { topic: inboundPrices.name, partition: 0 };
    await producer.send(deadPrices.name, [deadLetter(again, place, { code: 'invalid', title: '', detail: '' })]);
    const second = (await open())[0];
    expect(second).toMatchObject({ attempts: 2, headers: { ce_id: 'three' } });
    if (second !== undefined) await closeDeadLetter(producer, second, 'closed');
    expect(await open()).toEqual([]);
  });

  it('of the events topic can only be closed', async () => {
    await producer.send(deadEvents.name, [
      deadLetter(
        { offset: 5, key: null, value: Buffer.from('?'), headers: {}, timestamp: 0 },
        { topic: topics.events.name, partition: 1 },
        { code: 'unreadableRecord', title: 'Unreadable', detail: 'the header ce_id is missing' },
      ),
    ]);
    const [letter] = await open();
    expect(letter?.id).toBe('events-0-0');
    if (letter === undefined) return;
    expect(whyNotRetried(letter, topics, true)).toMatch(/store/);
    const retried = readLetterRecords(source(), [letter], (_, record) => retryDeadLetter(desk(), letter, record));
    await expect(retried).rejects.toThrow(/cannot be sent again/);
    await closeDeadLetter(producer, letter, 'closed');
    expect(await open()).toEqual([]);
  });

  it('are read on from where they were left, and anew where the topic was', async () => {
    const reader = new DeadLetterReader();
    const left = async () => (await reader.read(source())).letters.map(({ id }) => id);
    const aRefusal = (offset: number) =>
      deadLetter(
        { offset, key: null, value: Buffer.from('?'), headers: {}, timestamp: 0 },
        { topic: inboundPrices.name, partition: 1 },
        { code: 'invalid', title: '', detail: '' },
      );
    const before = await left();
    expect(before).toEqual((await open()).map(({ id }) => id));
    await producer.send(deadPrices.name, [aRefusal(100)]);
    const [added] = (await open()).filter(({ id }) => !before.includes(id));
    expect(await left()).toEqual([...before, added?.id]);
    expect(await left()).toEqual([...before, added?.id]);
    if (added !== undefined) await closeDeadLetter(producer, added, 'closed');
    expect(await left()).toEqual(before);

    // kafkajs does not get over a topic that went away: each of its clients is used until then.
    const [witness, maker] = [await kafka().log.admin(), await kafka().log.admin()];
    await kafka().admin.deleteTopic(deadPrices.name);
    const gone = { ...source(), admin: witness };
    await until('the topic is gone', async () => (await reader.read(gone)).missing.includes(deadPrices.name));
    await maker.createTopic(deadPrices, 1);
    const anew = await kafka().log.producer();
    await anew.send(deadPrices.name, [aRefusal(100)]);
    for (const each of [witness, maker, anew]) await each.close();
    expect(await left()).toContain('prices-0-0');
  });
});
