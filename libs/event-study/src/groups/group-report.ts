/** How the variance of a difference is estimated: each group its own (Welch 1947, default) or one for all (Student). */
export type GroupVariance = 'welch' | 'pooled';

/** How groups are compared; both have a default. */
export interface GroupOptions {
  /** Default `welch`. */
  readonly variance?: GroupVariance;
  /** Of the intervals; default 0.95. */
  readonly confidence?: number;
}

/** One group's AAR or CAAR, with its cross-sectional t. Figures that too few events leave open are null. */
export interface GroupMean {
  readonly group: string;
  /** Events of the group with a figure here. */
  readonly n: number;
  readonly mean: number | null;
  /** Divisor n - 1. */
  readonly standardDeviation: number | null;
  readonly t: number | null;
  /** Two-sided, at n - 1 degrees of freedom. */
  readonly pValue: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The mean of one group less that of another, or of all the others. */
export interface GroupDifference {
  readonly group: string;
  /** Null: all the other groups together. */
  readonly against: string | null;
  readonly difference: number | null;
  readonly t: number | null;
  readonly degreesOfFreedom: number | null;
  /** Two-sided. */
  readonly pValue: number | null;
  /** It, adjusted for the differences beside it (Holm 1979). */
  readonly holm: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Why there is no t; null where there is one. */
  readonly reason: string | null;
}

/** That all groups have one mean: Welch's test (1951) or the classical F of one-way analysis of variance. */
export interface EqualMeans {
  readonly f: number | null;
  readonly df1: number | null;
  readonly df2: number | null;
  readonly pValue: number | null;
  /** Groups with fewer than two events, which it leaves out. */
  readonly leftOut: readonly string[];
  readonly reason: string | null;
}

/** Groups beside each other, by one measure. */
export interface GroupComparison {
  readonly means: readonly GroupMean[];
  /** Of two groups the one difference, the first less the second; of more, each against all the others. */
  readonly differences: readonly GroupDifference[];
  /** Null where there are no more than two groups. */
  readonly equalMeans: EqualMeans | null;
}

/** One day or one window. */
export interface GroupedFigures {
  /** Of AR or CAR. */
  readonly abnormal: GroupComparison;
  /** Of SAR or SCAR (Patell 1976; Boehmer, Musumeci and Poulsen 1991): loud firms count no more than quiet ones. */
  readonly standardised: GroupComparison;
}

/** AARs and CAARs by group, and what tells the groups apart. Means are in the returns' units: fractions. */
export interface GroupReport {
  readonly variance: GroupVariance;
  readonly confidence: number;
  /** In the order of their names. */
  readonly groups: readonly { readonly name: string; readonly events: number }[];
  /** Events without a group, which take no part. */
  readonly ungrouped: number;
  readonly days: readonly ({ readonly day: number } & GroupedFigures)[];
  readonly windows: readonly ({ readonly from: number; readonly to: number } & GroupedFigures)[];
}
