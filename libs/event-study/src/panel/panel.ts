/** Days relative to day 0, both inclusive. */
export interface WindowDays {
  readonly from: number;
  readonly to: number;
}

/** The normal return that an abnormal one is measured against. */
export type ModelName = 'meanAdjusted' | 'marketAdjusted' | 'market' | 'factors' | 'scholesWilliams' | 'dimson';

/** One firm's returns, a row a session of its own calendar. */
export interface ReturnSeries {
  /** Calendar date of each row as days since 1970-01-01, ascending: rows of two firms with the same number are the same day. */
  readonly days: Int32Array;
  /** Fractions (or log returns, or whatever the study is about); NaN where there is none. */
  readonly returns: Float64Array;
  /**
   * The market first, then other factors, row by row like `returns`. The mean-adjusted model needs none; given a market,
   * it too takes only the rows that both have, so that models are compared on the same rows.
   */
  readonly factors: readonly Float64Array[];
  /**
   * Sessions that each return and its factors cover, where they go from trade to trade (Maynes and Rumsey 1993); left
   * out, each covers one. For the mean-adjusted, market and factor models.
   */
  readonly spans?: Float64Array;
}

/** One announcement of one firm. */
export interface StudyEvent {
  readonly id: string;
  readonly firm: string;
  readonly group: string | null;
  readonly series: ReturnSeries;
  /** Row of day 0 in the series. */
  readonly day0: number;
  /** Days relative to day 0 that are left out of the estimation (such as earlier earnings days), ascending. */
  readonly omittedDays: readonly number[];
}

/** What every event of a study has in common. */
export interface PanelOptions {
  readonly model: ModelName;
  readonly estimation: WindowDays;
  /** The widest window; days of it are 0..L-1 in the panel. */
  readonly event: WindowDays;
  /** Windows to cumulate over, within `event`. */
  readonly windows: readonly WindowDays[];
  /**
   * What the series hold: decides how buy-and-hold returns compound, and what a portfolio earns. `none` of volumes and
   * other values that nobody can buy and hold: there are no such figures then. Default simple.
   */
  readonly returns?: 'simple' | 'log' | 'none';
  /** Days before and after that the Dimson model takes in. Default 1 and 1 (Dimson 1979). */
  readonly dimson?: { readonly lags: number; readonly leads: number };
}

/** Why a model cannot be estimated for an event. */
export type UnfitCode =
  | 'tooFewEstimationDays'
  | 'noFactorVariation'
  | 'collinearFactors'
  | 'reversingMarket'
  | 'noResidualVariation'
  | 'extremeValues';

/** An event that the panel does without, because the model has no answer for it. Named, never dropped in silence. */
export interface UnfitEvent {
  readonly event: StudyEvent;
  readonly code: UnfitCode;
  /** One sentence for people: what, where, how to mend it. */
  readonly message: string;
}

/** The arrays of a panel. L1 = estimation days, L = event days, C = coefficients (0 where nothing is estimated), W = windows. */
export interface PanelArrays {
  /** n x L: abnormal returns of the event days as the model wrote them; NaN where missing. */
  readonly eventAbnormal: Float64Array;
  /** n x C, in the model's order: intercept, then slopes; empty where nothing is estimated. */
  readonly coefficients: Float64Array;
  /** M_i: usable estimation days. */
  readonly observations: Int32Array;
  /** s_i: by the model's divisor (M - K; M - 1 about the mean for market-adjusted); above 0. */
  readonly residualSd: Float64Array;
  /** n x L, C_it: variance of the day's forecast error over s_i squared; NaN on days without a return. */
  readonly forecastFactors: Float64Array;
  /** n x W, C_i: the same of the sum over a window's usable days; NaN without one. */
  readonly windowFactors: Float64Array;
  /** n x W, CAR_i: sum over the window's usable days; NaN without one. */
  readonly cumulative: Float64Array;
  /** n x W, L_i: usable days of the window. */
  readonly windowDays: Int32Array;
}

/** Abnormal returns of n events in typed arrays, an event a row: what all tests are computed from. */
export interface Panel extends PanelOptions, Omit<PanelArrays, 'eventAbnormal'> {
  /**
   * n x (L1 + L): residuals of the estimation days, then abnormal returns of the event days; NaN where missing. Written
   * when it is first asked for, or in steps by `fillAbnormal`: most of a panel's memory, which not everybody needs.
   */
  readonly abnormal: Float64Array;
  /** Those that the model could be estimated for, in the order given. */
  readonly events: readonly StudyEvent[];
  readonly unfit: readonly UnfitEvent[];
  readonly n: number;
  readonly estimationDays: number;
  readonly eventDays: number;
  /** K: parameters that the residuals' degrees of freedom lack, M - K; 1 for market-adjusted (its mean). */
  readonly parameters: number;
  /** C: coefficients an event; 0 for market-adjusted. */
  readonly coefficientCount: number;
}
