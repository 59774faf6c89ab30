import { type EventLog, watermark } from '@streakline/event-log';
import { createLog } from '@streakline/observability';
import { describeWithKafka } from '@streakline/testing';
import { readTails } from './read-tails';

describeWithKafka('the ends of the log', (kafka) => {
  /** The log, in which nothing can be read of some partitions. */
  const without = (...partitions: readonly number[]): EventLog => ({
    ...kafka().log,
    consume: (options) =>
      kafka().log.consume({
        ...options,
        eachBatch: async (batch, control) => {
          if (!partitions.includes(batch.partition)) await options.eachBatch(batch, control);
        },
      }),
  });
  const tails = (topic: string, eventLog: EventLog, patience?: number) =>
    readTails({ eventLog, admin: kafka().admin, topic, log: createLog('silent'), ...(patience && { patience }) });
  async function aTopic(): Promise<string> {
    const topic = await kafka().createTopic(3);
    const producer = await kafka().log.producer();
    await producer.send(topic, [watermark(0, 70, 0), watermark(1, 90, 0)]);
    await producer.close();
    return topic;
  }

  it('are the positions of the last records, and 0 where there never was one', async () => {
    expect(await tails(await aTopic(), kafka().log)).toEqual([70, 90, 0]);
  });

  it('are 0 where alone nothing can be read in time, so that nothing is left out', async () => {
    expect(await tails(await aTopic(), without(1), 8_000)).toEqual([70, 0, 0]);
  }, 30_000);

  it('are not guessed where nothing can be read at all', async () => {
    await expect(tails(await aTopic(), without(0, 1), 1_000)).rejects.toThrow(/No end of .* could be read in time/);
  });
});
