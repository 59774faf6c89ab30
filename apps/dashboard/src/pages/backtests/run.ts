/*
 * What a run brought, as the API tells it: its OpenAPI document leaves these parts open, and libs/backtest and
 * libs/performance, whose types they are, are made for a process that has a disk. Money is in the run's currency,
 * returns are fractions, sessions are YYYY-MM-DD, instants are epoch milliseconds.
 */
export type Figure = number | null;

export type MetricName =
  | ('totalReturn' | 'cagr' | 'volatility' | 'sharpe' | 'sortino' | 'calmar')
  | ('maxDrawdown' | 'averageDrawdown' | 'longestDrawdown' | 'alpha' | 'beta' | 'correlation')
  | ('trackingError' | 'informationRatio' | 'benchmarkReturn' | 'excessReturn')
  | ('valueAtRisk' | 'expectedShortfall' | 'tailRatio' | 'hitRate' | 'skewness' | 'kurtosis')
  | ('best' | 'worst' | 'bestMonth' | 'worstMonth' | 'probabilisticSharpe');

export interface CalendarReturn {
  /** 2026-02, or 2026. */
  readonly period: string;
  readonly return: number;
}

export interface Performance {
  readonly periodsAYear: number;
  readonly metrics: Readonly<Record<MetricName, Figure>>;
  readonly missing: Readonly<Partial<Record<MetricName, string>>>;
  readonly months: readonly CalendarReturn[];
  readonly years: readonly CalendarReturn[];
}

export type TradingName =
  | ('turnover' | 'grossExposure' | 'netExposure' | 'timeInvested' | 'trades' | 'tradeHitRate')
  | ('profitFactor' | 'meanTradeReturn' | 'meanWin' | 'meanLoss' | 'meanHolding' | 'costShare');

export interface RunPerformance {
  readonly net: Performance;
  readonly gross: Performance;
  readonly benchmark: Performance | null;
  readonly trading: Readonly<Record<TradingName, Figure>> & { readonly openTrades: number };
}

export type Quantity =
  | { readonly shares: number }
  | { readonly value: number }
  | { readonly toShares: number }
  | { readonly toValue: number }
  | { readonly toWeight: number };

export interface OrderRecord {
  readonly orderId: number;
  readonly decidedAt: number;
  readonly decidedIn: string;
  /** Positions of the events that it was decided upon. */
  readonly causes: readonly number[];
  readonly at: 'open' | 'close';
  readonly session: string | null;
  readonly asked: Quantity;
  /** Signed. */
  readonly sharesFilled: number;
  readonly price: number | null;
  /** Of the event that the price comes from. */
  readonly pricePosition: number | null;
}

export interface Trade {
  readonly instrumentId: string;
  readonly ref: string;
  readonly side: 'long' | 'short';
  readonly entrySession: string;
  /** Null: still open at the end. */
  readonly exitSession: string | null;
  readonly shares: number;
  readonly entryPrice: number;
  readonly exitPrice: number | null;
  readonly costs: number;
  readonly netProfit: number;
  readonly return: number;
  readonly sessionsHeld: number;
  readonly exitReason: 'order' | 'delisting' | 'cashInLieu' | 'open';
  readonly tag: string | null;
  readonly orderIds: readonly number[];
}

export interface PositionEvent {
  readonly kind: 'split' | 'dividend' | 'distribution' | 'cashInLieu' | 'delisting' | 'borrowFee';
  readonly cash: number;
}

export type UnfilledReason =
  | ('noBar' | 'noOpen' | 'zeroVolume' | 'priceKnown' | 'halted' | 'delisted' | 'insufficientCash')
  | ('leverage' | 'shortSale' | 'volumeCap' | 'lessThanOneShare' | 'endOfReplay' | 'cancelled');

export interface StrategyFailure {
  readonly code: string;
  readonly message: string;
  readonly at: number;
  readonly session: string | null;
  readonly handler: string;
  readonly instrument: string | null;
  readonly position: number | null;
}

/** Columns, one place a session. */
export interface EquityCurve {
  readonly sessions: readonly string[];
  readonly equity: readonly number[];
  readonly grossEquity: readonly number[];
  /** 1 at the session before the first; null where it has no bar. */
  readonly benchmark: readonly (number | null)[] | null;
}

export interface Run {
  readonly strategy: string;
  readonly settings: {
    readonly from: string;
    readonly to: string;
    readonly initialCash: number;
    readonly currency: string;
    readonly benchmark: string | null;
  };
  readonly failure: StrategyFailure | null;
  readonly curve: EquityCurve;
  readonly orders: readonly OrderRecord[];
  readonly trades: readonly Trade[];
  readonly positionEvents: readonly PositionEvent[];
  readonly universe: Readonly<Record<'traded' | 'tradingAtStart' | 'tradingAtEnd' | 'delisted', number>>;
  readonly costs: Readonly<Record<'slippage' | 'commission' | 'borrow' | 'interest', number>>;
  readonly counts: {
    readonly bars: number;
    readonly announcements: number;
    readonly orders: number;
    readonly unfilled: Readonly<Partial<Record<UnfilledReason, number>>>;
  };
  readonly log: readonly { readonly at: number; readonly message: string }[];
  readonly warnings: readonly string[];
}

/** What the data was found to be, read without a replay. */
export interface DataFound {
  readonly findings: readonly {
    readonly severity: 'error' | 'warning';
    readonly ref: string;
    readonly position: number;
    readonly message: string;
  }[];
  /** Findings beyond those. */
  readonly more: number;
  readonly lateness: { readonly share: number | null; readonly afterDays: number };
}
