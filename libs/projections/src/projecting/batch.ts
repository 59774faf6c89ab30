import type { RecordedEvent } from '@streakline/events';
import type { Positions } from '../checkpoints/checkpoints';
import { type AnyFold, foldOf, type Projection } from '../contract/projection';
import type { FrozenKeys, ParkedEvent } from '../parked/parked-events';
import { frozenReason } from '../parked/parked-events';
import { partitionOf } from '../partitions/partition-of';

/** Events on their way into some partitions: all there are after those partitions' positions, up to `upTo`. */
export interface Batch {
  readonly events: readonly RecordedEvent[];
  readonly upTo: number;
  /** Where the projector believes its partitions to be. Those already past `upTo` have nothing to do. */
  readonly positions: Positions;
}

/** One key's share of a batch. */
export interface KeyWork {
  readonly key: string;
  readonly fold: AnyFold;
  readonly events: RecordedEvent[];
}

export interface SortedBatch {
  readonly work: readonly KeyWork[];
  /** Events of keys that are frozen. */
  readonly parked: readonly ParkedEvent[];
}

/**
 * Sorts a batch by key. An event goes to each of its keys that a fold takes, unless its partition belongs to another
 * projector or is already past it (a redelivery).
 */
export function sortByKey(projection: Projection, batch: Batch, frozen: FrozenKeys): SortedBatch {
  const work = new Map<string, KeyWork>();
  const parked: ParkedEvent[] = [];
  for (const event of batch.events) {
    for (const key of event.keys) {
      const fold = foldOf(projection, key);
      if (!fold || event.position <= (batch.positions.get(partitionOf(key)) ?? Infinity)) continue;
      const since = frozen.get(key);
      if (since === undefined) addWork(work, key, fold, event);
      // Before `since` it was folded already: the checkpoint was moved back.
      else if (event.position >= since) parked.push({ key, position: event.position, reason: frozenReason(since) });
    }
  }
  return { work: [...work.values()], parked };
}

function addWork(work: Map<string, KeyWork>, key: string, fold: AnyFold, event: RecordedEvent): void {
  const found = work.get(key);
  if (found) found.events.push(event);
  else work.set(key, { key, fold, events: [event] });
}
