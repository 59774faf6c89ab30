import { twoSidedStudent } from '../distributions/student';
import { fTail } from '../distributions/f';
import { studentQuantile } from '../distributions/quantiles';
import { clusterVariance, type Clustering } from './cluster-variance';
import { type LeastSquares, leastSquares } from './least-squares';

/** One column of a regression. */
export interface Regressor {
  readonly name: string;
  /** A number a row; for a trait that is one or the other, 1 and 0. */
  readonly values: Float64Array;
}

/** What is explained, by what, and which rows share errors. All columns have one length; all numbers are finite. */
export interface RegressionInput {
  /** What is explained, such as the CAR of each event. */
  readonly y: Float64Array;
  /** An intercept stands before them of its own. */
  readonly regressors: readonly Regressor[];
  /** None (White's errors, HC1), one or two ways in which rows share errors, such as firm and date. */
  readonly clusterings: readonly Clustering[];
  /** Of the intervals; default 0.95. */
  readonly confidence?: number;
}

/** A slope, or the intercept, in units of y over those of its regressor, with its robust error. */
export interface RegressionCoefficient {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number;
  /** Null where the standard error is zero. */
  readonly t: number | null;
  /** Two-sided. */
  readonly pValue: number | null;
  readonly lower: number;
  readonly upper: number;
}

/** A regression that could be computed; why another could not is a `NoRegression`. */
export interface Regression {
  readonly outcome: 'fit';
  readonly observations: number;
  /** The intercept first, named `intercept`. */
  readonly coefficients: readonly RegressionCoefficient[];
  /** Share of the variance explained; null where y does not vary. */
  readonly rSquared: number | null;
  readonly adjustedRSquared: number | null;
  readonly residualSd: number;
  /** How the standard errors were made, in words. */
  readonly errors: string;
  readonly clusters: readonly { readonly name: string; readonly count: number }[];
  /** Of the t's: one less than the fewest clusters, or observations less coefficients without any. */
  readonly degreesOfFreedom: number;
  /** Whether negative eigenvalues of the two-way variance were set to zero (Cameron, Gelbach and Miller 2011). */
  readonly floored: boolean;
  /** That no regressor matters, by the same variance; null without any, or where the clusters are too few to say. */
  readonly joint: { readonly f: number; readonly df1: number; readonly df2: number; readonly pValue: number } | null;
}

/** Why there is none, in words that say how to mend it. */
export interface NoRegression {
  readonly outcome: 'none';
  readonly code: 'tooFewObservations' | 'dependentRegressor' | 'tooFewClusters';
  readonly reason: string;
}

/**
 * Ordinary least squares with an intercept, its standard errors robust to what rows of one cluster share: by firm, by
 * date, or both (Cameron, Gelbach and Miller 2011; one way Liang and Zeger 1986; none White 1980). RangeError where
 * lengths differ or a number is not finite: leave such rows out first.
 */
export function clusteredRegression(input: RegressionInput): Regression | NoRegression {
  const { y, regressors, clusterings } = input;
  const columns = [new Float64Array(y.length).fill(1), ...regressors.map(({ values }) => values)];
  const fit = leastSquares(columns, y);
  if (fit.outcome === 'dependentColumn') return dependent(regressors, fit.column);
  if (fit.outcome === 'tooFewRows' || fit.degreesOfFreedom < 1) return tooFewRows(y.length, columns.length);
  const clusters = clusterings.map(({ name, labels }) => ({ name, count: countOf(labels, y.length, name) }));
  const alone = clusters.find(({ count }) => count < 2);
  if (alone) return tooFewClusters(alone.name);
  const { variance, floored } = clusterVariance(fit, columns, clusterings);
  const degreesOfFreedom = Math.min(fit.degreesOfFreedom, ...clusters.map(({ count }) => count - 1));
  return {
    ...{ outcome: 'fit', observations: y.length, residualSd: Math.sqrt(fit.residualSquares / fit.degreesOfFreedom) },
    ...{ ...explained(y, fit), clusters, degreesOfFreedom, floored, errors: nameOf(clusters) },
    coefficients: coefficientsOf(input, fit, variance, degreesOfFreedom),
    joint: jointTest(fit.coefficients, variance, degreesOfFreedom),
  };
}

function coefficientsOf(
  { regressors, confidence = 0.95 }: RegressionInput,
  { coefficients }: LeastSquares,
  variance: Float64Array,
  degreesOfFreedom: number,
): readonly RegressionCoefficient[] {
  const reach = studentQuantile((1 + confidence) / 2, degreesOfFreedom);
  return ['intercept', ...regressors.map(({ name }) => name)].map((name, at) => {
    const estimate = coefficients[at]!;
    const standardError = Math.sqrt(Math.max(0, variance[at * (coefficients.length + 1)]!));
    const t = standardError === 0 ? null : estimate / standardError;
    const pValue = t === null ? null : twoSidedStudent(t, degreesOfFreedom);
    const [lower, upper] = [estimate - reach * standardError, estimate + reach * standardError];
    return { name, estimate, standardError, t, pValue, lower, upper };
  });
}

/** Wald's test that all slopes are zero: b'V⁻¹b / q at F with q and the errors' degrees of freedom. */
function jointTest(coefficients: Float64Array, variance: Float64Array, df2: number): Regression['joint'] {
  const size = coefficients.length;
  const slopes = coefficients.slice(1);
  if (slopes.length === 0 || df2 < slopes.length) return null;
  // In units of their standard errors, so that slopes of very different size are no near dependence.
  const units = slopes.map((_, at) => Math.sqrt(variance[(at + 1) * (size + 1)]!));
  const correlations = Array.from(slopes, (_, column) =>
    slopes.map((_none, row) => variance[(row + 1) * size + column + 1]! / units[row]! / units[column]!),
  );
  if (correlations.some((column) => column.some((one) => !Number.isFinite(one)))) return null;
  const right = slopes.map((slope, at) => slope / units[at]!);
  const weights = leastSquares(correlations, right);
  if (weights.outcome !== 'fit') return null;
  const f = weights.coefficients.reduce((sum, weight, at) => sum + weight * right[at]!, 0) / slopes.length;
  return f >= 0 ? { f, df1: slopes.length, df2, pValue: fTail(f, slopes.length, df2) } : null;
}

function explained(y: Float64Array, fit: LeastSquares): Pick<Regression, 'rSquared' | 'adjustedRSquared'> {
  const mean = y.reduce((sum, one) => sum + one, 0) / y.length;
  const whole = y.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  if (whole === 0) return { rSquared: null, adjustedRSquared: null };
  const left = fit.residualSquares / whole;
  return { rSquared: 1 - left, adjustedRSquared: 1 - left * ((y.length - 1) / fit.degreesOfFreedom) };
}

function countOf(labels: readonly (string | number)[], rows: number, name: string): number {
  if (labels.length === rows) return new Set(labels).size;
  throw new RangeError(`${labels.length} labels of ${name} stand beside ${rows} rows: give one a row.`);
}

function nameOf(clusters: readonly { readonly name: string }[]): string {
  if (clusters.length === 0) return 'robust to unequal variance (White 1980), small-sample factor N/(N - K)';
  const names = clusters.map(({ name }) => name).join(' and by ');
  const source = clusters.length === 1 ? 'Liang and Zeger 1986' : 'Cameron, Gelbach and Miller 2011';
  return `clustered by ${names} (${source}), small-sample factor G/(G - 1) x (N - 1)/(N - K)${clusters.length === 1 ? '' : ' of each'}`;
}

function dependent(regressors: readonly Regressor[], column: number): NoRegression {
  const name = regressors[column - 1]?.name ?? 'intercept';
  const reason = `${name} is a combination of the intercept and the regressors before it (or does not vary): leave it out.`;
  return { outcome: 'none', code: 'dependentRegressor', reason };
}

function tooFewRows(rows: number, columns: number): NoRegression {
  const reason = `${rows} observations are too few for ${columns} coefficients: it needs ${columns + 1} or more.`;
  return { outcome: 'none', code: 'tooFewObservations', reason };
}

function tooFewClusters(name: string): NoRegression {
  const reason = `All observations have the same ${name}: errors cannot be clustered by it; leave that way out.`;
  return { outcome: 'none', code: 'tooFewClusters', reason };
}
