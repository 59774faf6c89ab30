import { murmur2 } from './murmur2';

/** Another count would be another topic and a rebuild: checkpoints are kept by partition. */
export const PARTITION_COUNT = 12;

export const ALL_PARTITIONS: readonly number[] = Array.from({ length: PARTITION_COUNT }, (_, partition) => partition);

/** The partition of a key: Kafka's toPositive(murmur2(key)) modulo the count. */
export function partitionOf(key: string): number {
  return (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % PARTITION_COUNT;
}
