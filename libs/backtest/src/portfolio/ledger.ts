import type { Session } from '@streakline/market-time';
import type { BacktestResult, PositionEvent, Trade } from '../result/result';
import type { Holding } from './holding';
import { OpenTrade } from './open-trade';

/** Shares that changed hands. */
export interface Fill {
  readonly index: number;
  readonly instrumentId: string;
  readonly ref: string;
  readonly session: Session;
  /** Signed. */
  readonly shares: number;
  /** As traded, before slippage. */
  readonly price: number;
  readonly slippage: number;
  readonly commission: number;
  readonly orderId: number;
  readonly causes: readonly number[];
  readonly tag: string | null;
}

/** What else the ledger must know of an instrument when a position in it ends. */
export type SessionsSince = (index: number, openedOn: Session) => number;

/** Cash, positions, and all that ever came to them. Money is in the portfolio's currency. */
export class Ledger {
  readonly holdings = new Map<number, Holding>();
  readonly trades: Trade[] = [];
  readonly events: PositionEvent[] = [];
  readonly costs: { -readonly [Cost in keyof BacktestResult['costs']]: number } = {
    slippage: 0,
    commission: 0,
    borrow: 0,
    interest: 0,
  };
  /** Absolute value that changed hands since it was last taken. */
  traded = 0;

  constructor(
    public cash: number,
    private readonly sessionsSince: SessionsSince,
  ) {}

  /** Values of longs, and of shorts (negative), at their marks. */
  get exposure(): { readonly long: number; readonly short: number } {
    let [long, short] = [0, 0];
    for (const { shares, mark } of this.holdings.values()) {
      if (shares > 0) long += shares * mark;
      else short += shares * mark;
    }
    return { long, short };
  }

  get equity(): number {
    const { long, short } = this.exposure;
    return this.cash + long + short;
  }

  /** What costs have taken from the equity so far. */
  get costsPaid(): number {
    const { slippage, commission, borrow, interest } = this.costs;
    return slippage + commission + borrow + interest;
  }

  fill(fill: Fill): void {
    const { shares, price, slippage, commission } = fill;
    this.cash -= shares * price + slippage + commission;
    this.costs.slippage += slippage;
    this.costs.commission += commission;
    this.traded += Math.abs(shares) * price;
    const held = this.holdings.get(fill.index)?.shares ?? 0;
    const leaving = Math.sign(held) === -Math.sign(shares) ? Math.min(Math.abs(held), Math.abs(shares)) : 0;
    const share = leaving / Math.abs(shares);
    const cost = slippage + commission;
    // An order that turns a position around ends one trade and begins another: its costs are divided by shares.
    if (leaving > 0) this.leave(fill, leaving, cost * share);
    if (leaving < Math.abs(shares)) this.enter(fill, Math.abs(shares) - leaving, cost * (1 - share));
  }

  /** Ends a position at a price, without costs: what a delisting paid. */
  payOut(holding: Holding, price: number, session: Session): number {
    const cash = holding.shares * price;
    this.cash += cash;
    holding.trade.leave(Math.abs(holding.shares), price);
    this.end(holding, session, 'delisting');
    return cash;
  }

  /** Cash that came to a position (negative: it owed it). */
  receive(holding: Holding, cash: number): void {
    this.cash += cash;
    holding.trade.receive(cash);
  }

  chargeBorrowing(holding: Holding, fee: number): void {
    this.cash -= fee;
    this.costs.borrow += fee;
    holding.trade.borrowFees += fee;
    holding.trade.pay(fee);
  }

  /** `interest` paid; negative: earned. */
  chargeInterest(interest: number): void {
    this.cash -= interest;
    this.costs.interest += interest;
  }

  /** A position without shares left (all went as cash in lieu). */
  end(holding: Holding, session: Session, reason: Trade['exitReason']): void {
    this.holdings.delete(holding.index);
    const sessionsHeld = this.sessionsSince(holding.index, holding.openedOn);
    this.tellBorrowFees(holding, session);
    this.trades.push(holding.trade.ended({ session, reason, sessionsHeld, openValue: 0 }));
  }

  /** Trades that are still open, valued at their marks. */
  openTrades(lastSession: Session): readonly Trade[] {
    return [...this.holdings.values()].map((holding) => {
      this.tellBorrowFees(holding, lastSession);
      const sessionsHeld = this.sessionsSince(holding.index, holding.openedOn);
      const openValue = holding.shares * holding.mark;
      return holding.trade.ended({ session: null, reason: 'open', sessionsHeld, openValue });
    });
  }

  private leave(fill: Fill, shares: number, costs: number): void {
    const holding = this.holdings.get(fill.index);
    if (holding === undefined) throw new Error(`Nothing of ${fill.ref} is held that could leave.`);
    holding.trade.leave(shares, fill.price);
    holding.trade.pay(costs);
    holding.trade.causedBy(fill.orderId, fill.causes);
    const left = Math.abs(holding.shares) - shares;
    holding.shares = Math.sign(holding.shares) * left;
    if (left === 0) this.end(holding, fill.session, 'order');
  }

  private enter(fill: Fill, shares: number, costs: number): void {
    const holding = this.holdings.get(fill.index) ?? this.begin(fill);
    const before = Math.abs(holding.shares);
    const held = before + shares;
    holding.averagePrice = (before * holding.averagePrice + shares * fill.price) / held;
    holding.shares = Math.sign(fill.shares) * held;
    holding.trade.enter(shares, fill.price, held, held * holding.averagePrice);
    holding.trade.pay(costs);
    holding.trade.causedBy(fill.orderId, fill.causes);
  }

  private begin({ index, instrumentId, ref, session, shares, price, tag }: Fill): Holding {
    const side = shares > 0 ? 'long' : 'short';
    const trade = new OpenTrade({ instrumentId, ref, side, session, tag });
    const holding: Holding = { index, shares: 0, mark: price, averagePrice: 0, openedOn: session, tag, trade };
    this.holdings.set(index, holding);
    return holding;
  }

  private tellBorrowFees({ trade, shares }: Holding, session: Session): void {
    if (trade.borrowFees === 0) return;
    this.events.push({
      ...trade.names,
      ...{ session, kind: 'borrowFee', cash: -trade.borrowFees, shares },
      ...{ note: 'for all nights that the shares were borrowed', position: null },
    });
  }
}
