/** What a run costs. Rates are fractions: 0.0005 is five basis points. None is zero by default: trading is never free. */
export interface Costs {
  /** Of the value traded; default 0.0005. */
  readonly commissionRate: number;
  /** Per order filled, in the currency; default 1. */
  readonly commissionMinimum: number;
  /** Of the price, against the order; default 0.0005. */
  readonly slippageRate: number;
  /** A year, of the value sold short; default 0.03. */
  readonly borrowRate: number;
  /** A year, earned on cash; default 0. */
  readonly cashRate: number;
  /** A year, paid on negative cash (dividends owed on shorts, fees); default 0.06. */
  readonly debitRate: number;
}

/** How a strategy is run. All of it is part of the run's manifest. */
export interface BacktestSettings {
  /** Dates, [from, to): the sessions traded. What came before `from` is known from the start. */
  readonly from: string;
  readonly to: string;
  /** Default 1,000,000. */
  readonly initialCash: number;
  /** The portfolio's; instruments in another are not traded. Default: that of most instruments. */
  readonly currency: string;
  /** Refs or ids; null: all instruments of the currency. */
  readonly universe: readonly string[] | null;
  /** Ref or id of what the result is compared with; null: that of most instruments' market benchmark, if any. */
  readonly benchmark: string | null;
  /** Where an order does not say. Default `open`. */
  readonly fillAt: 'open' | 'close';
  /** Milliseconds before an auction by which an order must have been decided; default 300,000. */
  readonly latencyMs: number;
  /** Fraction of the mean volume of the 20 sessions before that a session's orders of an instrument may take together; default 0.05. */
  readonly maxVolumeShare: number;
  /** Default false: whole shares. */
  readonly fractionalShares: boolean;
  /** Gross exposure allowed, as a multiple of equity; default 1. */
  readonly leverage: number;
  /** Default true. */
  readonly allowShort: boolean;
  /** The return from the last close of an instrument delisted for performance or bankruptcy without recorded cash; default -0.3 (Shumway 1997). */
  readonly delistingReturn: number;
  readonly costs: Costs;
  /** Of the context's random numbers; default 1. */
  readonly seed: number;
  /** Annual, for Sharpe, Sortino and alpha; default 0. */
  readonly riskFreeRate: number;
}

/** What a caller may leave out. */
export type BacktestSettingsInput = Pick<BacktestSettings, 'from' | 'to'> &
  Partial<Omit<BacktestSettings, 'from' | 'to' | 'costs'>> & { readonly costs?: Partial<Costs> };
