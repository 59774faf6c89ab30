import type { OutgoingRecord } from '../../event-log';

/**
 * All records of one partition, as the one message that kafkajs is shown: it copies the messages gathered for a
 * partition anew for each further one, which takes the square of their number.
 */
export class RecordBundle {
  /** kafkajs refuses a message without a value. */
  readonly value = null;

  constructor(
    readonly partition: number,
    readonly records: readonly OutgoingRecord[],
  ) {}
}

/** One bundle for each partition, its records in the order given. */
export function bundlesOf(records: readonly OutgoingRecord[]): readonly RecordBundle[] {
  const byPartition = new Map<number, OutgoingRecord[]>();
  for (const record of records) {
    const others = byPartition.get(record.partition);
    if (others === undefined) byPartition.set(record.partition, [record]);
    else others.push(record);
  }
  return [...byPartition].map(([partition, own]) => new RecordBundle(partition, own));
}
