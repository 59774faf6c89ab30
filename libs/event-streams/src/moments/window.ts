import type { EventStore, KnownPlace, RawReadOptions } from '@streakline/event-store';
import type { ListingsAt } from '../listings/listings-at';
import { Delivery } from './delivery';

/** Which deliveries are read, and of what time: [from, before), epoch milliseconds. */
export interface WindowOptions extends Pick<RawReadOptions, 'types' | 'keys'> {
  readonly from: number;
  readonly before: number;
  readonly upTo: number;
  /** Bars held at once, unless more than half of them were known at one instant. */
  readonly mostBars: number;
}

/** The deliveries' bars of a stretch of time. */
export interface Window {
  readonly deliveries: readonly Delivery[];
  /** Where it ends: at what was asked for, or before. */
  readonly before: number;
}

/**
 * Holds what deliveries of many bars say of [from, before), or of the beginning of it: where that is more than `mostBars`,
 * the later half is let go of, and reading goes on without the deliveries that begin only there.
 */
export async function readWindow(store: EventStore, listings: ListingsAt, options: WindowOptions): Promise<Window> {
  const holding = new Holding(options);
  let behind: KnownPlace | undefined;
  for (let isNarrower = true; isNarrower;) {
    isNarrower = false;
    for await (const events of store.readRaw(selectionOf(options, holding.before, behind))) {
      for (const event of events) holding.add(Delivery.of(event, listings));
      behind = events.at(-1);
      isNarrower = holding.narrow();
      if (isNarrower) break;
    }
  }
  return { deliveries: holding.deliveries, before: holding.before };
}

function selectionOf(options: WindowOptions, before: number, behind: KnownPlace | undefined): RawReadOptions {
  const { from, upTo, types, keys } = options;
  const bounds = { ...(from > -Infinity && { knownFrom: from }), ...(before < Infinity && { knownBefore: before }) };
  return { ...bounds, upTo, types, keys, behind, instants: 'many', order: 'knownAt' };
}

class Holding {
  deliveries: readonly Delivery[] = [];
  before: number;
  private bars = 0;
  private most: number;

  constructor(private readonly options: WindowOptions) {
    this.before = options.before;
    this.most = options.mostBars;
  }

  add(delivery: Delivery): void {
    const within = delivery.within(this.options.from, this.before);
    if (within === null) return;
    (this.deliveries as Delivery[]).push(within);
    this.bars += within.bars;
  }

  /** Lets go of the later half where there is too much; whether the window became shorter by that. */
  narrow(): boolean {
    if (this.bars <= this.most) return false;
    const before = this.median();
    const kept = this.deliveries.flatMap((delivery) => delivery.within(this.options.from, before) ?? []);
    if (kept.length === 0) {
      // Half of them and more were known at once, and are told at once.
      this.most = 2 * this.bars;
      return false;
    }
    this.deliveries = kept;
    this.before = before;
    this.bars = kept.reduce((sum, { bars }) => sum + bars, 0);
    return true;
  }

  private median(): number {
    const all = new Float64Array(this.bars);
    let at = 0;
    for (const { instants } of this.deliveries) {
      all.set(instants, at);
      at += instants.length;
    }
    return all.sort()[all.length >>> 1] ?? this.before;
  }
}
