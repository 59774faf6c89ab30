import type { LogRecord } from '@streakline/event-log';
import type { RawEvent } from '@streakline/event-store';
import { partitionOf } from '@streakline/projections';
import { describeWithKafka, until } from '@streakline/testing';
import { topicSink } from './topic-sink';

const amazon = 'ins_0123456789abcdef0123456789abcdef';
const announcement = 'ann_0123456789abcdef0123456789abcdef';
const anEvent: RawEvent = {
  position: 7,
  id: '7b1c9f0e-2f5a-4c7e-9a53-2f6a4a3f9d11',
  streamId: `announcement-${announcement}`,
  streamVersion: 1,
  type: 'AnnouncementMade',
  typeVersion: 1,
  knownAt: Date.UTC(2026, 1, 5, 21, 1),
  recordedAt: Date.UTC(2026, 1, 6),
  keys: ['idempotency:x', announcement, amazon],
  correlationId: '00000000-0000-4000-8000-000000000001',
  causationId: null,
  json: '{"announcement":{}}',
};
const aBar: RawEvent = {
  ...anEvent,
  position: 8,
  type: 'BarsRecorded',
  keys: [amazon],
  json: '{"sessions":["2026-02-06"]}',
};

describeWithKafka('a replay to a topic', (kafka) => {
  const options = () => ({ brokers: kafka().connection.brokers.join(','), topicPrefix: '' });

  it('sends each event as a CloudEvent to the partitions of its keys, a session of bars under an id of its own', async () => {
    const topic = await kafka().createTopic();
    const sink = await topicSink(topic, options());
    await sink.take(anEvent);
    await sink.take(aBar);
    await sink.flush();
    await sink.close();
    const seen: { partition: number; record: LogRecord }[] = [];
    const consumer = await kafka().log.consume({
      group: kafka().aGroup(),
      topics: [topic],
      eachBatch: ({ partition, records }) => {
        seen.push(...records.map((record) => ({ partition, record })));
        return Promise.resolve();
      },
    });
    await until('all came', () => seen.length === 3);
    await consumer.stop();
    const told = seen.map(({ partition, record: { key, value, headers } }) => ({
      ...{ partition, key: String(key), value: String(value), id: headers['ce_id'], time: headers['ce_time'] },
      ...{ prev: headers['ce_prevposition'], type: headers['ce_type'] },
    }));
    const made = {
      value: anEvent.json,
      id: anEvent.id,
      time: '2026-02-05T21:01:00.000Z',
      type: 'streakline.AnnouncementMade.v1',
    };
    const bar = {
      ...made,
      value: aBar.json,
      id: `${anEvent.id}~2026-02-05T21:01:00.000Z`,
      type: 'streakline.BarsRecorded.v1',
    };
    const at = (key: string) => ({ partition: partitionOf(key), key, prev: undefined });
    expect(told).toHaveLength(3);
    expect(told).toEqual(
      expect.arrayContaining([
        { ...made, ...at(announcement) },
        { ...made, ...at(amazon) },
        { ...bar, ...at(amazon) },
      ]),
    );
  });

  it('tells nothing to the topics of the system itself, nor to one of other partitions', async () => {
    await expect(topicSink('streakline.events.v1', options())).rejects.toThrow("is a topic of Streakline's own");
    const three = await kafka().createTopic(3);
    await expect(topicSink(three, options())).rejects.toThrow('has 3 partitions');
  });
});
