import type { Session } from '@streakline/market-time';
import type { Params } from '../strategy/params';
import type { Quantity, UnfilledReason } from '../strategy/context';
import type { HandlerName } from '../strategy/handlers';
import type { BacktestSettings } from '../engine/settings';

/** One order and what became of it. Instants are epoch milliseconds; money is in the portfolio's currency. */
export interface OrderRecord {
  readonly orderId: number;
  readonly instrumentId: string;
  readonly ref: string;
  readonly decidedAt: number;
  /** Handler that decided it. */
  readonly decidedIn: HandlerName;
  /** Positions of the events that the deciding call was about: the announcement's, the bar's. */
  readonly causes: readonly number[];
  readonly tag: string | null;
  readonly at: 'open' | 'close';
  /** Session of its auction; null where the replay ended before. */
  readonly session: Session | null;
  /** As the strategy asked; `context.close` asks for { toShares: 0 }. */
  readonly asked: Quantity;
  /** Instant of its withdrawal, where the strategy withdrew it. */
  readonly cancelledAt: number | null;
  /** Null where that depends on a price and there was none. */
  readonly sharesWanted: number | null;
  /** Signed. */
  readonly sharesFilled: number;
  /** As traded, before slippage. */
  readonly price: number | null;
  readonly slippage: number;
  readonly commission: number;
  /** Of all of it, or of the rest; null where all was filled. */
  readonly unfilled: UnfilledReason | null;
  /** Position of the event that the fill's price comes from. */
  readonly pricePosition: number | null;
}

/** From the fill that opened a position (or turned it around) to the one that closed it. */
export interface Trade {
  readonly instrumentId: string;
  readonly ref: string;
  readonly side: 'long' | 'short';
  readonly entrySession: Session;
  /** Null: still open at the end. */
  readonly exitSession: Session | null;
  /** Largest number held, in shares of the exit (or the end). */
  readonly shares: number;
  /** Mean prices per share of the exit. */
  readonly entryPrice: number;
  readonly exitPrice: number | null;
  /** Dividends, distributions and cash in lieu that came to it (negative: owed by a short). */
  readonly income: number;
  /** Slippage, commission and borrow fees. */
  readonly costs: number;
  /** Before and after costs. Open trades are valued at the last close. */
  readonly grossProfit: number;
  readonly netProfit: number;
  /** netProfit over the most that was invested. */
  readonly return: number;
  readonly sessionsHeld: number;
  /** `cashInLieu`: a reverse split left less than one share. */
  readonly exitReason: 'order' | 'delisting' | 'cashInLieu' | 'open';
  readonly tag: string | null;
  /** Orders that made it up. */
  readonly orderIds: readonly number[];
  /** Positions of the events behind those orders and fills, ascending. */
  readonly causes: readonly number[];
}

/** What happened to a position without an order. */
export interface PositionEvent {
  readonly instrumentId: string;
  readonly ref: string;
  readonly session: Session;
  readonly kind: 'split' | 'dividend' | 'distribution' | 'cashInLieu' | 'delisting' | 'borrowFee';
  /** Cash that came (negative: went). */
  readonly cash: number;
  readonly shares: number;
  /** In words: "20-for-1", "delisted for performance, no cash on record: last close 1.20 and -30%". */
  readonly note: string;
  readonly position: number | null;
}

/** Parallel columns, one place a session of the replay. */
export interface EquityCurve {
  readonly sessions: readonly Session[];
  /** After costs. */
  readonly equity: readonly number[];
  /** The same fills without slippage, commission, fees and interest. */
  readonly grossEquity: readonly number[];
  readonly cash: readonly number[];
  /** Value of longs, and of shorts (negative). */
  readonly long: readonly number[];
  readonly short: readonly number[];
  /** Traded that session, absolute. */
  readonly traded: readonly number[];
  readonly openPositions: readonly number[];
  /** Total-return value of the benchmark, 1 at the session before the first; null where it has no bar. */
  readonly benchmark: readonly (number | null)[] | null;
}

/** A position that ends of date found without a bar of their session: it is then worth what an older close says. */
export interface StaleMark {
  readonly instrumentId: string;
  readonly ref: string;
  /** How many, the first and the last of them. */
  readonly sessions: number;
  readonly from: Session;
  readonly to: Session;
}

export interface UniverseCounts {
  /** Instruments that traded on some session of the replay. */
  readonly traded: number;
  readonly tradingAtStart: number;
  readonly tradingAtEnd: number;
  /** Of those that traded on some session of the replay. */
  readonly delisted: number;
}

/** Everything a run brought. JSON of it is the same bytes for the same code, parameters, settings and position. */
export interface BacktestResult {
  readonly strategy: string;
  readonly params: Params;
  readonly settings: BacktestSettings;
  /** `failed`: the strategy threw; all up to that instant is here. */
  readonly state: 'done' | 'failed';
  readonly failure: StrategyFailure | null;
  readonly curve: EquityCurve;
  readonly orders: readonly OrderRecord[];
  readonly trades: readonly Trade[];
  readonly positionEvents: readonly PositionEvent[];
  readonly universe: UniverseCounts;
  readonly costs: {
    readonly slippage: number;
    readonly commission: number;
    readonly borrow: number;
    readonly interest: number;
  };
  readonly counts: {
    readonly bars: number;
    readonly announcements: number;
    readonly orders: number;
    readonly unfilled: Readonly<Partial<Record<UnfilledReason, number>>>;
  };
  readonly log: readonly { readonly at: number; readonly message: string }[];
  /** By instrument; empty where every position had a bar on every session. */
  readonly staleMarks: readonly StaleMark[];
  /** In words: positions at stale closes, sessions without a bar, fills at prices revised later, no volume, other currencies. */
  readonly warnings: readonly string[];
}

export interface StrategyFailure {
  readonly code: string;
  readonly message: string;
  /** Where in the replay: the instant, the session last closed, the handler, the position of the event in hand. */
  readonly at: number;
  readonly session: Session | null;
  readonly handler: string;
  readonly instrument: string | null;
  readonly position: number | null;
}
