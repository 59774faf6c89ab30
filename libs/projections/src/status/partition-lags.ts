import type { EventStore } from '@streakline/event-store';
import type { Positions } from '../checkpoints/checkpoints';

/** How far something is behind the head of the store. */
export interface Lag {
  /** Positions between it and the head. */
  readonly events: number;
  /** How long ago the first event that it may lack was recorded. */
  readonly seconds: number;
}

export interface PartitionStatus {
  readonly partition: number;
  readonly position: number;
  readonly lag: Lag;
}

/**
 * The lag of each partition. The first event after its position may concern another partition; but a partition moves
 * past those too within milliseconds, so that event's age is how long it has not heard of the store. Partitions mostly
 * stand at a few positions: each is one event to look up.
 */
export async function partitionLags(
  store: EventStore,
  positions: Positions,
  head: number,
): Promise<readonly PartitionStatus[]> {
  const seconds = new Map<number, number>();
  for (const position of new Set(positions.values())) seconds.set(position, await ageAfter(store, position, head));
  return [...positions].map(([partition, position]) => ({
    partition,
    position,
    lag: { events: Math.max(0, head - position), seconds: seconds.get(position) ?? 0 },
  }));
}

/** Age of the first event after a position, in seconds; 0 at the head. */
async function ageAfter(store: EventStore, position: number, head: number): Promise<number> {
  if (position >= head) return 0;
  for await (const [next] of store.readAll({ after: position, upTo: position + 1 })) {
    if (next) return Math.max(0, Date.now() - next.recordedAt) / 1000;
  }
  return 0;
}
