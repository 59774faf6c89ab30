import type { ModelName, WindowDays } from '../panel/panel';

/** The tests that a study makes, in the order in which they are shown; each names its paper in its file in `tests/`. */
export const testNames = [
  'crossSectional',
  'crudeDependence',
  'patell',
  'adjustedPatell',
  'bmp',
  'adjustedBmp',
  'skewnessCorrected',
  'corradoRank',
  'corradoZivneyRank',
  'corradoZivneySign',
  'grankT',
  'grankZ',
  'sign',
  'generalisedSign',
  'wilcoxon',
  'permutation',
  'bharCrossSectional',
  'bharSkewnessCorrected',
] as const;
/** One of `testNames`. */
export type TestName = (typeof testNames)[number];

/** What one test says of one day or window. All figures null: it could not be computed, and `reason` says why. */
export interface TestResult {
  readonly test: TestName;
  readonly statistic: number | null;
  /** Two-sided. */
  readonly pValue: number | null;
  readonly distribution: 'normal' | 't' | 'exact' | 'resampled';
  readonly degreesOfFreedom: number | null;
  /** Events that it rests on. */
  readonly n: number;
  readonly reason: string | null;
}

/** Choices where the literature has variants. */
export interface TestVariants {
  /** Patell over a window: the standardised CAR (Mikkelson and Partch 1988, default) or the sum of standardised abnormal returns. */
  readonly patellWindow: 'standardisedCar' | 'sumOfStandardised';
  /** Divisor of the crude-dependence variance: T - 1 (Brown and Warner 1985, default) or T - 2. */
  readonly crudeDependenceDivisor: 'T-1' | 'T-2';
  /** What BMP is judged at: t with n - 1 degrees of freedom (default), or the normal. */
  readonly bmpDistribution: 't' | 'normal';
  /** Pairs of events by the calendar days of their estimation windows, or weighted by the overlap of their event windows. */
  readonly crossCorrelation: 'estimationOverlap' | 'eventOverlap';
}

/** Mean correlation of abnormal returns over pairs of events (Kolari and Pynnönen 2010). */
export interface CrossCorrelation {
  readonly value: number | null;
  readonly pairing: TestVariants['crossCorrelation'];
  readonly pairs: number;
  /** Whether the pairs are a seeded sample of all; then `standardError` is of the sampling. */
  readonly sampled: boolean;
  readonly standardError: number | null;
}

/** What a study says of one event day. Abnormal returns are in the returns' own units: fractions, 0.01 for 1%. */
export interface DayResult {
  /** Relative to day 0. */
  readonly day: number;
  /** Events with an abnormal return on it. */
  readonly n: number;
  /** Average abnormal return, and the share of events in which it is positive. */
  readonly aar: number | null;
  readonly positive: number;
  readonly tests: readonly TestResult[];
}

/** What a study says of one window, both ends in it. */
export interface WindowResult extends WindowDays {
  /** Events with a usable day in it. */
  readonly n: number;
  /** Average of the events' cumulative abnormal returns. */
  readonly caar: number | null;
  /** Of the CAAR, by the bootstrap over events, at the confidence asked for (default 0.95); null without one. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** CARs weighed by 1/s: quiet events count for more. */
  readonly precisionWeightedCaar: number | null;
  /** Average buy-and-hold abnormal return (Barber and Lyon 1997); null where the values are no returns. */
  readonly abhar: number | null;
  /** Share of the events whose CAR is above 0; 0 without any. */
  readonly positive: number;
  readonly tests: readonly TestResult[];
}

/** A point of the CAAR curve, cumulated from the event window's first day, with its cross-sectional band at the confidence asked for (default 0.95). */
export interface CurvePoint {
  readonly day: number;
  readonly caar: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What a study says. Figures that cannot be computed are null, never NaN. */
export interface StudyResult {
  readonly model: ModelName;
  readonly estimation: WindowDays;
  readonly event: WindowDays;
  readonly variants: TestVariants;
  readonly n: number;
  readonly firms: number;
  readonly crossCorrelation: CrossCorrelation;
  /** Mean over events of the share of positive estimation-window abnormal returns (the generalised sign test's p). */
  readonly positiveShare: number | null;
  readonly days: readonly DayResult[];
  readonly windows: readonly WindowResult[];
  readonly curve: readonly CurvePoint[];
  /** Null with too few days, of values that are no returns, and where a return held covers several sessions. */
  readonly calendarTime: CalendarTimePortfolio | null;
}

/** Jaffe 1974, Mandelker 1974: firms within their event windows held in equal weights, regressed on the factors. */
export interface CalendarTimePortfolio {
  readonly days: number;
  readonly mostFirms: number;
  readonly alpha: number;
  readonly alphaStandardError: number;
  readonly alphaT: number;
  readonly alphaP: number;
  /** Slopes, in the order of the factors. */
  readonly slopes: readonly number[];
}

/** One event's figures. */
export interface EventResult {
  readonly id: string;
  readonly firm: string;
  readonly group: string | null;
  readonly observations: number;
  readonly coefficients: readonly number[];
  readonly residualSd: number;
  /** By event day. */
  readonly ar: readonly (number | null)[];
  readonly sar: readonly (number | null)[];
  /** By window. */
  readonly windows: readonly {
    readonly from: number;
    readonly to: number;
    readonly car: number | null;
    readonly scar: number | null;
    readonly bhar: number | null;
  }[];
}
