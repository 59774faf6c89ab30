import { barOn } from '@streakline/dossiers';
import { toDay } from '@streakline/market-time';
import type { BacktestSettings } from '../engine/settings';
import type { Ledger } from '../portfolio/ledger';
import type { UnfilledReason } from '../strategy/context';
import type { Cursor } from '../tape/cursor';
import { allowedShares, costsOf, type Means } from './limits';
import { nothingFilled, type Outcome, type PendingOrder } from './order-book';
import { presentShares } from './present-shares';
import { type AuctionBar, VolumeCaps } from './volume-caps';
import { type Terms, wantedShares } from './wanted-shares';

/** An order and what its auction made of it. */
export interface Settled {
  readonly order: PendingOrder;
  readonly outcome: Outcome;
}

/** Fills orders at the prices of their auctions, which nobody had seen when they were decided. */
export class Auctioneer {
  readonly caps: VolumeCaps;

  constructor(
    private readonly settings: BacktestSettings,
    private readonly ledger: Ledger,
    private readonly cursors: readonly Cursor[],
  ) {
    this.caps = new VolumeCaps(settings.maxVolumeShare);
  }

  /**
   * Holds an auction. Orders that make positions smaller come first, so that what they free is there for the others; beyond
   * that the order in which they were given counts. All sizes that are a share of the equity mean that before the auction.
   */
  hold(orders: readonly PendingOrder[], now: number): readonly Settled[] {
    const { equity } = this.ledger;
    const isReducing = orders.map((order) => this.isReducing(order, equity));
    const sorted = [...orders.filter((_, i) => isReducing[i]), ...orders.filter((_, i) => !isReducing[i])];
    return sorted.map((order) => ({ order, outcome: this.outcomeOf(order, equity, now) }));
  }

  private isReducing(order: PendingOrder, equity: number): boolean {
    const held = this.heldOf(order);
    if (held === 0) return false;
    const bar = this.barOf(order);
    const wanted = this.wantedOf(order, { price: priceOf(order, bar), held, equity });
    return wanted !== null && Math.sign(wanted) === -Math.sign(held);
  }

  private outcomeOf(order: PendingOrder, equity: number, now: number): Outcome {
    const bar = this.barOf(order);
    const price = priceOf(order, bar);
    const held = this.heldOf(order);
    const wanted = this.wantedOf(order, { price, held, equity });
    const obstacle = this.obstacleTo(order, bar, now);
    if (obstacle !== null || bar === null || price === null || wanted === null) {
      return nothingFilled(obstacle ?? 'noBar', wanted);
    }
    const { shares, reason } = allowedShares(wanted, this.meansOf(order, bar, price, held), this.settings);
    const unfilled = wanted === 0 && isLessThanOne(order) ? 'lessThanOneShare' : reason;
    if (shares === 0) return nothingFilledAtAll(wanted, unfilled);
    const costs = costsOf(shares, price, this.settings.costs);
    const pricePosition = bar.tape.barPosition[bar.place]!;
    this.fill(order, { shares, price, pricePosition, ...costs });
    return { sharesWanted: wanted, sharesFilled: shares, price, ...costs, unfilled, pricePosition };
  }

  private wantedOf(order: PendingOrder, terms: Terms): number | null {
    const { known } = this.cursors[order.index]!.history.instrument;
    return wantedShares(presentShares(order, known), terms, this.settings);
  }

  private obstacleTo(
    { index, session, at, decidedAt }: PendingOrder,
    bar: AuctionBar | null,
    now: number,
  ): UnfilledReason | null {
    const cursor = this.cursors[index]!;
    const delisting = cursor.delisting(now);
    if (delisting !== null && session !== null && delisting.lastSession < session) return 'delisted';
    if (cursor.isHalted(now)) return 'halted';
    if (bar === null) return 'noBar';
    if (bar.tape.barKnownAt[bar.place]! <= decidedAt) return 'priceKnown';
    if (bar.tape.volume[bar.place] === 0) return 'zeroVolume';
    return at === 'open' && Number.isNaN(bar.tape.open[bar.place]) ? 'noOpen' : null;
  }

  private meansOf(order: PendingOrder, bar: AuctionBar, price: number, held: number): Means {
    const { long, short } = this.ledger.exposure;
    const mark = this.ledger.holdings.get(order.index)?.mark ?? 0;
    const others = long - short - Math.abs(held) * mark;
    const equity = this.ledger.cash + long + short + held * (price - mark);
    return {
      price,
      held,
      cash: this.ledger.cash,
      equity,
      otherExposure: others,
      volumeCap: this.caps.leftFor(order, bar),
    };
  }

  private fill(
    order: PendingOrder,
    filled: { shares: number; price: number; slippage: number; commission: number; pricePosition: number },
  ): void {
    const { index, instrumentId, ref, session, orderId, causes, tag } = order;
    if (session === null) throw new Error(`Order ${orderId} has no auction, and cannot be filled.`);
    const { pricePosition, ...figures } = filled;
    const because = [...causes, pricePosition];
    this.caps.take(order, filled.shares);
    this.ledger.fill({ index, instrumentId, ref, session, orderId, causes: because, tag, ...figures });
  }

  private heldOf({ index }: PendingOrder): number {
    return this.ledger.holdings.get(index)?.shares ?? 0;
  }

  private barOf({ index, session }: PendingOrder): AuctionBar | null {
    const tape = this.cursors[index]!.history.atCloses;
    if (session === null) return null;
    const place = barOn(tape, tape.table.ordinalOn(toDay(session)));
    return place === -1 ? null : { tape, place };
  }
}

function priceOf({ at }: PendingOrder, bar: AuctionBar | null): number | null {
  if (bar === null) return null;
  const price = bar.tape[at][bar.place]!;
  return Number.isNaN(price) ? null : price;
}

/** Asked for something, and in whole shares it is nothing. */
function isLessThanOne({ asked }: PendingOrder): boolean {
  return ('shares' in asked && asked.shares !== 0) || ('value' in asked && asked.value !== 0);
}

function nothingFilledAtAll(sharesWanted: number, unfilled: UnfilledReason | null): Outcome {
  return { sharesWanted, sharesFilled: 0, price: null, slippage: 0, commission: 0, unfilled, pricePosition: null };
}
