import { encodeEvent, type OutgoingRecord, placed, watermark } from '@streakline/event-log';
import type { RecordedEvent } from '@streakline/events';
import { PARTITION_COUNT, partitionOf } from '@streakline/projections';

/** By partition, the position that its last record carries: nothing up to there is missing in it. */
export type Tails = readonly number[];

export function tailsAt(position: number): Tails {
  return Array.from({ length: PARTITION_COUNT }, () => position);
}

/** The position up to which no partition misses anything. */
export function lowestTail(tails: Tails): number {
  return Math.min(...tails);
}

/** Keys by which the store finds the answers to repeated requests (libs/event-store, deciding) concern no projection. */
export function concernsPartitions(key: string): boolean {
  return !/^(idempotency|answer):/.test(key);
}

/** Records to send, and where the partitions are when they have arrived. */
export interface Placed {
  readonly records: readonly OutgoingRecord[];
  readonly tails: Tails;
}

/**
 * Events, in position order, as records: each once in every partition that owns one of its keys, under the first such
 * key, unless the partition has it already. Each record names the position of the one before it in its partition.
 */
export function placeEvents(events: readonly RecordedEvent[], before: Tails): Placed {
  const tails = [...before];
  const records: OutgoingRecord[] = [];
  for (const event of events) {
    const owners = ownersOf(event, tails);
    if (owners.size === 0) continue;
    const encoded = encodeEvent(event);
    for (const [partition, key] of owners) {
      records.push(placed(encoded, { partition, key, prevPosition: tails[partition]! }));
      tails[partition] = event.position;
    }
  }
  return { records, tails };
}

function ownersOf({ keys, position }: RecordedEvent, tails: Tails): ReadonlyMap<number, string> {
  const owners = new Map<number, string>();
  for (const key of keys) {
    if (!concernsPartitions(key)) continue;
    const partition = partitionOf(key);
    if (position > tails[partition]! && !owners.has(partition)) owners.set(partition, key);
  }
  return owners;
}

/** A watermark for each partition that is not at the head by an event of its own. */
export function placeWatermarks(head: number, before: Tails): Placed {
  const records = before.flatMap((tail, partition) => (tail < head ? [watermark(partition, head, tail)] : []));
  return { records, tails: before.map((tail) => Math.max(tail, head)) };
}
