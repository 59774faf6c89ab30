import type { StreaklineRecord } from '@streakline/event-log';
import { until } from '../event-store-contract/builders';
import type { TestKafka } from './describe-with-kafka';

/** All records of a topic of events, by partition, up to its present ends. */
export async function readEventsTopic(
  kafka: TestKafka,
  topic: string,
): Promise<readonly (readonly StreaklineRecord[])[]> {
  const { log, admin } = kafka;
  const { decodeRecord } = await import('@streakline/event-log');
  const ranges = await admin.ranges(topic);
  const records: StreaklineRecord[][] = ranges.map(() => []);
  const consumer = await log.consume({
    group: kafka.aGroup(),
    topics: [topic],
    eachBatch: async (batch) => void records[batch.partition]?.push(...batch.records.map(decodeRecord)),
  });
  await until('the whole topic', () =>
    ranges.every(({ partition, first, end }) => (records[partition]?.length ?? 0) >= end - first),
  );
  await consumer.stop();
  return records;
}

/** Fails where a reader that trusts prevPosition would miss a record: duplicates are fine, a step over one is not. */
export function expectNoGaps(partition: readonly StreaklineRecord[], owed: readonly number[]): void {
  let at = 0;
  const seen = new Set<number>();
  const wrong: string[] = [];
  for (const { position, prevPosition, event } of partition) {
    const place = `${position} after ${prevPosition}, behind ${at}`;
    if (event !== null) seen.add(position);
    if (prevPosition >= position) wrong.push(`${place}: runs backwards`);
    // Whatever the record skips over, nothing that is owed to the partition lies between.
    const skipped = owed.find((each) => each > prevPosition && each < position);
    if (skipped !== undefined) wrong.push(`${place}: steps over ${skipped}`);
    if (position > at && prevPosition > at) wrong.push(`${place}: follows on nothing`);
    at = Math.max(at, position);
  }
  // One comparison: a topic may hold a hundred thousand watermarks.
  expect({ wrong, missing: owed.filter((each) => !seen.has(each)) }).toEqual({ wrong: [], missing: [] });
}
