import type { Session } from '@streakline/market-time';
import type { Trade } from '../result/result';

export interface TradeOpening {
  readonly instrumentId: string;
  readonly ref: string;
  readonly side: 'long' | 'short';
  readonly session: Session;
  readonly tag: string | null;
}

export interface TradeEnd {
  /** Null: still held. */
  readonly session: Session | null;
  readonly reason: Trade['exitReason'];
  readonly sessionsHeld: number;
  /** What is still held, at its last mark. */
  readonly openValue: number;
}

/** A trade while it lasts. Share numbers are in present shares: splits scale all of them. */
export class OpenTrade {
  private entered = { shares: 0, value: 0 };
  private left = { shares: 0, value: 0 };
  private largest = 0;
  private mostInvested = 0;
  private received = 0;
  private paid = 0;
  private readonly orderIds: number[] = [];
  private readonly causes = new Set<number>();
  /** Part of the costs, told once at the end. */
  borrowFees = 0;

  constructor(private readonly opening: TradeOpening) {}

  get names(): Pick<TradeOpening, 'instrumentId' | 'ref'> {
    const { instrumentId, ref } = this.opening;
    return { instrumentId, ref };
  }

  /** Shares that came to the position, unsigned, at a price; `invested` is what is in it then. */
  enter(shares: number, price: number, held: number, invested: number): void {
    this.entered.shares += shares;
    this.entered.value += shares * price;
    this.largest = Math.max(this.largest, held);
    this.mostInvested = Math.max(this.mostInvested, invested);
  }

  leave(shares: number, price: number): void {
    this.left.shares += shares;
    this.left.value += shares * price;
  }

  /** Slippage, commission and fees. */
  pay(costs: number): void {
    this.paid += costs;
  }

  /** Dividends, distributions and cash in lieu; negative where a short owed them. */
  receive(cash: number): void {
    this.received += cash;
  }

  causedBy(orderId: number, causes: readonly number[]): void {
    if (!this.orderIds.includes(orderId)) this.orderIds.push(orderId);
    this.alsoCausedBy(causes);
  }

  alsoCausedBy(causes: readonly number[]): void {
    for (const cause of causes) this.causes.add(cause);
  }

  split(factor: number): void {
    this.entered.shares *= factor;
    this.left.shares *= factor;
    this.largest *= factor;
  }

  ended({ session, reason, sessionsHeld, openValue }: TradeEnd): Trade {
    const { entered, left, received, paid } = this;
    const { instrumentId, ref, side, tag, session: entrySession } = this.opening;
    const sign = side === 'long' ? 1 : -1;
    const grossProfit = sign * (left.value - entered.value) + openValue + received;
    const netProfit = grossProfit - paid;
    return {
      ...{ instrumentId, ref, side, entrySession, exitSession: session, shares: this.largest },
      entryPrice: entered.value / entered.shares,
      exitPrice: session === null || left.shares === 0 ? null : left.value / left.shares,
      ...{ income: received, costs: paid, grossProfit, netProfit },
      return: netProfit / this.mostInvested,
      ...{ sessionsHeld, exitReason: reason, tag, orderIds: this.orderIds },
      causes: [...this.causes].sort((a, b) => a - b),
    };
  }
}
