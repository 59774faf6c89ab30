import type { EventStore, KnownPlace, RawEvent, RawReadOptions } from '@streakline/event-store';
import type { ListingsAt } from '../listings/listings-at';
import type { Delivery } from './delivery';
import { Heap } from './heap';
import { mergeByKnownAt } from './merge';
import { comparePlaces } from './place-order';
import { readWindow } from './window';

/** Which moments to read. Instants are epoch milliseconds; what is left out is not bounded. */
export interface MomentsOptions extends Pick<RawReadOptions, 'types' | 'keys'> {
  /** Known at this instant or later. */
  readonly from?: number | undefined;
  /** Known before this instant. */
  readonly before?: number | undefined;
  /** Only what comes behind this place. */
  readonly behind?: KnownPlace | undefined;
  /** Recorded up to and with this position. */
  readonly upTo: number;
  /** Bars held in memory at once; default a million, some 100 MB. */
  readonly mostBars?: number | undefined;
}

const MOST_BARS = 1_000_000;
const BATCH = 500;

/**
 * History as the world learnt it: every fact at its own knownAt, what was known at one instant by position. A delivery of
 * bars comes once a session, at the session's close, with the bar of that session alone and the position of the delivery;
 * every other event comes whole. (knownAt, position) names one of them, and is the place to go on from.
 */
export function readMoments(
  store: EventStore,
  listings: ListingsAt,
  options: MomentsOptions,
): AsyncGenerator<readonly RawEvent[], void, void> {
  const { from, before, behind, upTo, types, keys } = options;
  const whole = { upTo, types, keys, behind, knownFrom: from, knownBefore: before };
  const atOnce = store.readRaw({ ...whole, instants: 'one', order: 'knownAt' });
  return mergeByKnownAt(atOnce, sessionBySession(store, listings, options));
}

async function* sessionBySession(
  store: EventStore,
  listings: ListingsAt,
  options: MomentsOptions,
): AsyncGenerator<readonly RawEvent[], void, void> {
  const { behind, before = Infinity, mostBars = MOST_BARS, upTo, types, keys } = options;
  let from = Math.max(options.from ?? -Infinity, behind?.knownAt ?? -Infinity);
  while (from < before) {
    const window = await readWindow(store, listings, { from, before, upTo, types, keys, mostBars });
    yield* inOrder(window.deliveries, behind);
    from = window.before;
  }
}

function* inOrder(
  deliveries: readonly Delivery[],
  behind: KnownPlace | undefined,
): Generator<readonly RawEvent[], void, void> {
  const open = new Heap<Delivery>(comparePlaces);
  for (const delivery of deliveries) open.add(delivery);
  let batch: RawEvent[] = [];
  for (let next = open.least; next !== undefined; next = open.least) {
    const isBehind = behind === undefined || comparePlaces(next, behind) > 0;
    const event = next.take();
    if (isBehind) batch.push(event);
    if (next.isDone) open.removeLeast();
    else open.settle();
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
