import type { Session } from '@streakline/market-time';
import type { OrderRecord } from '../result/result';
import type { Quantity, UnfilledReason } from '../strategy/context';
import type { HandlerName } from '../strategy/handlers';

/** An order that waits for its auction. */
export interface PendingOrder {
  readonly orderId: number;
  readonly index: number;
  readonly instrumentId: string;
  readonly ref: string;
  readonly asked: Quantity;
  readonly at: 'open' | 'close';
  readonly tag: string | null;
  readonly decidedAt: number;
  readonly decidedIn: HandlerName;
  readonly causes: readonly number[];
  /** Epoch milliseconds of its auction, and its session; Infinity and null: the run ends before. */
  readonly auctionAt: number;
  readonly session: Session | null;
}

/** What an auction made of an order. */
export type Outcome = Pick<
  OrderRecord,
  'sharesWanted' | 'sharesFilled' | 'price' | 'slippage' | 'commission' | 'unfilled' | 'pricePosition'
>;

export function nothingFilled(unfilled: UnfilledReason, sharesWanted: number | null): Outcome {
  return { sharesWanted, sharesFilled: 0, price: null, slippage: 0, commission: 0, unfilled, pricePosition: null };
}

/** All orders of a run, in the order given: those that wait, and what became of the others. */
export class OrderBook {
  private readonly records: OrderRecord[] = [];
  private waiting: PendingOrder[] = [];

  get nextId(): number {
    return this.records.length + 1;
  }

  get pending(): readonly PendingOrder[] {
    return this.waiting;
  }

  place(order: PendingOrder): void {
    this.waiting.push(order);
    this.records.push(recordOf(order, nothingFilled('endOfReplay', sharesIn(order.asked)), null));
  }

  cancel(orderId: number, now: number): boolean {
    const order = this.waiting.find((one) => one.orderId === orderId);
    if (order === undefined) return false;
    this.waiting = this.waiting.filter((one) => one !== order);
    this.records[orderId - 1] = recordOf(order, nothingFilled('cancelled', sharesIn(order.asked)), now);
    return true;
  }

  /** Takes out those whose auction is now, in the order given. */
  takeDue(at: 'open' | 'close', now: number): readonly PendingOrder[] {
    const due = this.waiting.filter((order) => order.at === at && order.auctionAt === now);
    if (due.length > 0) this.waiting = this.waiting.filter((order) => order.at !== at || order.auctionAt !== now);
    return due;
  }

  settle(order: PendingOrder, outcome: Outcome): void {
    this.records[order.orderId - 1] = recordOf(order, outcome, null);
  }

  /** Those that still wait have been left unfilled by the end of the replay. */
  get all(): readonly OrderRecord[] {
    return this.records;
  }
}

/** Signed shares, where an order says them outright. */
function sharesIn(asked: Quantity): number | null {
  return 'shares' in asked ? asked.shares : null;
}

/** Field by field: spreads took a tenth of the time of a run with many orders. */
function recordOf(order: PendingOrder, outcome: Outcome, cancelledAt: number | null): OrderRecord {
  return {
    orderId: order.orderId,
    instrumentId: order.instrumentId,
    ref: order.ref,
    decidedAt: order.decidedAt,
    decidedIn: order.decidedIn,
    causes: order.causes,
    tag: order.tag,
    at: order.at,
    session: order.session,
    asked: order.asked,
    cancelledAt,
    sharesWanted: outcome.sharesWanted,
    sharesFilled: outcome.sharesFilled,
    price: outcome.price,
    slippage: outcome.slippage,
    commission: outcome.commission,
    unfilled: outcome.unfilled,
    pricePosition: outcome.pricePosition,
  };
}
