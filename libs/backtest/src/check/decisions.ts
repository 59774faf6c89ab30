import type { BacktestResult, OrderRecord } from '../result/result';
import type { Quantity } from '../strategy/context';

/** What a strategy decided, as it asked: before any auction, size or price. */
export interface Decision {
  readonly kind: 'order' | 'cancel';
  /** The replay's instant, epoch milliseconds. */
  readonly decidedAt: number;
  /** Of the order; a withdrawal shows the handler that had placed it. */
  readonly handler: OrderRecord['decidedIn'];
  readonly orderId: number;
  readonly instrumentId: string;
  readonly ref: string;
  readonly asked: Quantity;
  readonly auction: 'open' | 'close';
  /** Positions of the events that the deciding call was about. */
  readonly causes: readonly number[];
}

/** Every order and withdrawal of a run, in the order in which they were decided. */
export function decisionsOf({ orders }: Pick<BacktestResult, 'orders'>): readonly Decision[] {
  const decisions = orders.flatMap((order) => {
    const placed = decisionOf(order, 'order', order.decidedAt);
    return order.cancelledAt === null ? [placed] : [placed, decisionOf(order, 'cancel', order.cancelledAt)];
  });
  return decisions.sort((a, b) => a.decidedAt - b.decidedAt || a.orderId - b.orderId || (a.kind === 'order' ? -1 : 1));
}

function decisionOf(order: OrderRecord, kind: Decision['kind'], decidedAt: number): Decision {
  const { decidedIn: handler, orderId, instrumentId, ref, asked, at: auction, causes } = order;
  return { kind, decidedAt, handler, orderId, instrumentId, ref, asked, auction, causes };
}

/** Where two runs part: what each of them decided there; null where it decided nothing (more). */
export interface Difference {
  readonly inWhole: Decision | null;
  readonly inCut: Decision | null;
}

/** The first decision, of those made up to an instant, that two runs do not share; null where they agree. */
export function firstDifference(whole: readonly Decision[], cut: readonly Decision[], upTo: number): Difference | null {
  for (let i = 0; ; i++) {
    const [inWhole, inCut] = [within(whole[i], upTo), within(cut[i], upTo)];
    if (inWhole === null && inCut === null) return null;
    if (inWhole === null || inCut === null || keyOf(inWhole) !== keyOf(inCut)) return { inWhole, inCut };
  }
}

/** The instant at which two runs part. */
export function momentOf({ inWhole, inCut }: Difference): number {
  return Math.min(inWhole?.decidedAt ?? Infinity, inCut?.decidedAt ?? Infinity);
}

function within(decision: Decision | undefined, upTo: number): Decision | null {
  return decision === undefined || decision.decidedAt > upTo ? null : decision;
}

/** An order is the same where instant, instrument, auction and what was asked are; events that caused it may be told in other words. */
function keyOf({ kind, decidedAt, handler, orderId, instrumentId, asked, auction }: Decision): string {
  return JSON.stringify([kind, decidedAt, handler, orderId, instrumentId, Object.entries(asked), auction]);
}
