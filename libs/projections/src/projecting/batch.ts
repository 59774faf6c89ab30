import type { RecordedEvent } from '@streakline/events';
import type { Positions } from '../checkpoints/checkpoints';
import { type AnyFold, foldOf, type Projection } from '../contract/projection';
import { frozenReason, type FrozenKeys, type ParkedEvent } from '../parked/parked-events';
import { partitionOf } from '../partitions/partition-of';

/** Events on their way into some partitions. */
export interface Batch {
  /** In position order, each once: for every partition of `to`, all that concern it up to its target. Others may be among them. */
  readonly events: readonly RecordedEvent[];
  /** Where the batch takes its partitions. One that is there already has nothing to do. */
  readonly to: Positions;
  /** Offsets from which the log is to be read on, by partition. */
  readonly offsetHints?: ReadonlyMap<number, number>;
}

/** One partition's share of a batch: events after `from`, up to `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
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
 * Sorts events by key. An event goes to each of its keys that a fold takes, unless it is outside of that key's
 * partition's span: the partition is another projector's, is past it (a redelivery), or does not come as far yet.
 */
export function sortByKey(
  projection: Projection,
  events: readonly RecordedEvent[],
  spans: ReadonlyMap<number, Span>,
  frozen: FrozenKeys,
): SortedBatch {
  const work = new Map<string, KeyWork>();
  const parked: ParkedEvent[] = [];
  for (const event of events) {
    for (const key of event.keys) {
      const fold = foldOf(projection, key);
      const span = fold && spans.get(partitionOf(key));
      if (!span || event.position <= span.from || event.position > span.to) continue;
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
