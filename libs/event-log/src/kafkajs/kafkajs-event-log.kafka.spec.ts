import { describeWithKafka, until } from '@streakline/testing';
import type { BatchControl, EventLogConsumer, LogRecord, OutgoingRecord, RecordBatch } from '../event-log';
import { EventLogError } from '../event-log-error';

const aRecord = (partition: number, value: string, headers = {}): OutgoingRecord => ({
  partition,
  key: `k${partition}`,
  value,
  headers,
});
const textsOf = (records: readonly LogRecord[]) => records.map(({ value }) => String(value));

describeWithKafka('the event log on Kafka', (kafka) => {
  const consumers: EventLogConsumer[] = [];
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.stop()));
  });

  const send = async (topic: string, ...records: readonly OutgoingRecord[]) => {
    const producer = await kafka().log.producer();
    const offsets = await producer.send(topic, records);
    await producer.close();
    return offsets;
  };
  const consume = async (topic: string, eachBatch: (batch: RecordBatch) => Promise<void> | void, more: object = {}) => {
    const options = {
      group: kafka().aGroup(),
      topics: [topic],
      eachBatch: async (batch: RecordBatch) => eachBatch(batch),
    };
    const consumer = await kafka().log.consume({ ...options, ...more });
    consumers.push(consumer);
    return consumer;
  };

  it('gives back what was sent: keys, values, headers, partitions, order', async () => {
    const topic = await kafka().createTopic(3);
    const records = [
      aRecord(2, 'a', { name: 'ünï 🙂' }),
      aRecord(0, 'b'),
      aRecord(2, 'c'),
      { partition: 1, key: null, value: null, headers: {} },
    ];
    expect(await send(topic, ...records)).toEqual(
      new Map([
        [0, 0],
        [1, 0],
        [2, 0],
      ]),
    );
    const seen: RecordBatch[] = [];
    await consume(topic, (batch) => void seen.push(batch));
    await until('three batches', () => seen.length === 3);
    const of = (partition: number) => seen.find((batch) => batch.partition === partition);
    expect(of(2)?.records).toMatchObject([
      { offset: 0, headers: { name: 'ünï 🙂' } },
      { offset: 1, headers: {} },
    ]);
    expect([textsOf(of(2)?.records ?? []), of(2)?.end, String(of(2)?.records[0]?.key)]).toEqual([['a', 'c'], 2, 'k2']);
    expect(of(1)?.records).toMatchObject([{ key: null, value: null }]);
  });

  it('begins where onAssigned says, and hands over nothing before that', async () => {
    const topic = await kafka().createTopic(1);
    await send(topic, ...['a', 'b', 'c', 'd'].map((value) => aRecord(0, value)));
    const seen: string[] = [];
    await consume(topic, ({ records }) => void seen.push(...textsOf(records)), {
      onAssigned: async () => [{ topic, partition: 0, offset: 2 }],
    });
    await until('two records', () => seen.length >= 2);
    expect(seen).toEqual(['c', 'd']);
  });

  it('goes on where the group left off, and anew where it is told to', async () => {
    const topic = await kafka().createTopic(1);
    const group = kafka().aGroup();
    await send(topic, aRecord(0, 'a'), aRecord(0, 'b'));
    const first: string[] = [];
    const consumer = await consume(topic, ({ records }) => void first.push(...textsOf(records)), { group });
    await until('two records', () => first.length === 2);
    await consumer.stop();
    expect(await kafka().admin.committed(group, topic)).toEqual(new Map([[0, 2]]));
    await send(topic, aRecord(0, 'c'));
    const second: string[] = [];
    const again = await consume(topic, ({ records }) => void second.push(...textsOf(records)), { group });
    await until('the third record', () => second.length === 1);
    again.seek({ topic, partition: 0, offset: 0 });
    await until('all of them', () => second.length === 4);
    expect(second).toEqual(['c', 'a', 'b', 'c']);
  });

  it('handles partitions side by side, but of one partition never two batches', async () => {
    const topic = await kafka().createTopic(4);
    const working = new Map<number, number>();
    let [most, mostOfOne, count] = [0, 0, 0];
    await send(topic, ...[0, 1, 2, 3].map((partition) => aRecord(partition, 'x')));
    await consume(topic, async ({ partition, records }) => {
      working.set(partition, (working.get(partition) ?? 0) + 1);
      most = Math.max(most, [...working.values()].filter((busy) => busy > 0).length);
      mostOfOne = Math.max(mostOfOne, working.get(partition) ?? 0);
      await new Promise((resolve) => setTimeout(resolve, 20));
      working.set(partition, (working.get(partition) ?? 0) - 1);
      count += records.length;
    });
    await until('four records', () => count === 4);
    expect([most, mostOfOne]).toEqual([4, 1]);
  });

  it('ends with the error of its handler, and the batch comes again to the next', async () => {
    const topic = await kafka().createTopic(1);
    const group = kafka().aGroup();
    await send(topic, aRecord(0, 'poison'));
    const consumer = await consume(topic, () => Promise.reject(new TypeError('cannot fold this')), { group });
    await expect(consumer.ended).rejects.toThrow('cannot fold this');
    const seen: string[] = [];
    await consume(topic, ({ records }) => void seen.push(...textsOf(records)), { group });
    await until('the same record', () => seen.length === 1);
    expect(seen).toEqual(['poison']);
  });

  it('shares a topic between two, tells both when that changes, and gives all back to the one that stays', async () => {
    const topic = await kafka().createTopic(4);
    const group = kafka().aGroup();
    let revoked = 0;
    const options = { group, heartbeatInterval: 100, onRevoked: () => (revoked += 1) };
    const one = await consume(topic, () => undefined, options);
    await until('all four', () => one.assignment.length === 4);
    const two = await consume(topic, () => undefined, { group, heartbeatInterval: 100 });
    await until('two each', () => one.assignment.length === 2 && two.assignment.length === 2);
    expect(revoked).toBe(1);
    expect([...one.assignment, ...two.assignment].map(({ partition }) => partition).sort()).toEqual([0, 1, 2, 3]);
    await two.stop();
    await until('all four again', () => one.assignment.length === 4);
  });

  it('stays in its group while a handler takes longer than the session', async () => {
    const topic = await kafka().createTopic(1);
    await send(topic, aRecord(0, 'slow'));
    let [calls, done, revoked] = [0, false, 0];
    const more = { sessionTimeout: 1_500, heartbeatInterval: 200, onRevoked: () => (revoked += 1) };
    const consumer = await consume(
      topic,
      async () => {
        calls++;
        await new Promise((resolve) => setTimeout(resolve, 2_500));
        done = true;
      },
      more,
    );
    await until('the slow batch', () => done);
    expect([calls, revoked, consumer.assignment.length]).toEqual([1, 0, 1]);
  });

  it('tells a handler that is at work when the group divides the partitions anew, and hands the batch over', async () => {
    const topic = await kafka().createTopic(2);
    await send(topic, aRecord(0, 'long'));
    const options = { group: kafka().aGroup(), topics: [topic], heartbeatInterval: 100 };
    const calls: string[] = [];
    const leaveWhenStale = (name: string) => async (_: RecordBatch, control: BatchControl) => {
      calls.push(name);
      await until('the batch is stale', () => control.isStale());
    };
    const one = await kafka().log.consume({ ...options, eachBatch: leaveWhenStale('one') });
    consumers.push(one);
    await until('it is at work', () => calls.length === 1);
    const two = await consume(topic, () => void calls.push('two'), options);
    await until('one each', () => one.assignment.length === 1 && two.assignment.length === 1);
    await until('the batch again, for it was left', () => calls.length === 2);
    expect(calls[0]).toBe('one');
  });

  it('stops fetching what is paused, and goes on after', async () => {
    const topic = await kafka().createTopic(2);
    const seen: number[] = [];
    const consumer = await consume(topic, ({ partition }) => void seen.push(partition), { maxWait: 100 });
    consumer.pause([{ topic, partition: 0 }]);
    await send(topic, aRecord(0, 'x'), aRecord(1, 'y'));
    await until('partition 1', () => seen.length === 1);
    expect(seen).toEqual([1]);
    consumer.resume([{ topic, partition: 0 }]);
    await until('partition 0', () => seen.length === 2);
  });

  it('says by code what failed', async () => {
    const producer = await kafka().log.producer();
    const error = await producer.send('no-such-topic', [aRecord(0, 'x')]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EventLogError);
    expect(error).toMatchObject({ code: 'unknownTopic', canRetry: true });
    const topic = await kafka().createTopic(1);
    const tooLarge = await producer.send(topic, [aRecord(0, 'x'.repeat(2_000_000))]).catch((thrown: unknown) => thrown);
    expect(tooLarge).toMatchObject({ code: 'recordTooLarge', canRetry: false });
    await producer.close();
    await expect(producer.send(topic, [aRecord(0, 'x')])).rejects.toMatchObject({ code: 'closed' });
  });
});
