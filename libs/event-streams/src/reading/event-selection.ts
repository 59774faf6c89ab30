import type { EventStore, KnownPlace, RawEvent } from '@streakline/event-store';
import type { ListingsAt } from '../listings/listings-at';
import { Delivery, mayBeOfMany } from '../moments/delivery';
import { readMoments } from '../moments/read-moments';

/** What is read: which events, of which time, in which order, from where on. Instants are epoch milliseconds. */
export interface EventSelection {
  readonly order: 'position' | 'knownAt';
  /** Recorded up to and with this position. */
  readonly upTo: number;
  readonly types?: readonly string[] | undefined;
  /** Ids that the events concern. */
  readonly keys?: readonly string[] | undefined;
  /** Facts known at this instant or later... */
  readonly from?: number | undefined;
  /** ...and before this one. */
  readonly before?: number | undefined;
  /** In the order of position: events behind this one. */
  readonly after?: number | undefined;
  /** In the order of knownAt: what comes behind this place. */
  readonly behind?: KnownPlace | undefined;
  readonly limit?: number | undefined;
}

/**
 * Reads a selection in batches, at constant memory. Both orders tell the same facts: of a delivery of bars that reaches
 * beyond [from, before) only the sessions that closed within.
 */
export function readSelection(
  store: EventStore,
  listings: ListingsAt,
  selection: EventSelection,
): AsyncIterable<readonly RawEvent[]> {
  const { order, limit, after, from, before, upTo, types, keys } = selection;
  if (order === 'knownAt') return firstOf(readMoments(store, listings, selection), limit);
  const plain = { after, upTo, types, keys };
  if (from === undefined && before === undefined) return store.readRaw({ ...plain, limit });
  const reaching = store.readRaw({ ...plain, knownFrom: from, knownBefore: before });
  return firstOf(cut(reaching, listings, from ?? -Infinity, before ?? Infinity), limit);
}

async function* cut(
  batches: AsyncIterable<readonly RawEvent[]>,
  listings: ListingsAt,
  from: number,
  before: number,
): AsyncGenerator<readonly RawEvent[], void, void> {
  for await (const batch of batches)
    yield batch.flatMap((event) =>
      mayBeOfMany(event) ? (Delivery.of(event, listings).within(from, before)?.whole() ?? []) : event,
    );
}

async function* firstOf<Item>(
  batches: AsyncIterable<readonly Item[]>,
  limit = Infinity,
): AsyncGenerator<readonly Item[], void, void> {
  let left = limit;
  if (left <= 0) return;
  for await (const batch of batches) {
    yield batch.length > left ? batch.slice(0, left) : batch;
    left -= batch.length;
    if (left <= 0) return;
  }
}
