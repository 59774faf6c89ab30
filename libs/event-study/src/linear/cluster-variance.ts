import { inverseGram, type LeastSquares } from './least-squares';
import { symmetricEigen } from './symmetric-eigen';

/** Which rows may share their errors: rows with the same label do. */
export interface Clustering {
  readonly name: string;
  readonly labels: readonly (string | number)[];
}

/** Variance of the coefficients, K x K by rows. */
export interface ClusterVariance {
  readonly variance: Float64Array;
  /** Whether negative eigenvalues were set to zero (Cameron, Gelbach and Miller 2011): two ways may take away too much. */
  readonly floored: boolean;
}

/** What is below this share of the largest eigenvalue is taken for rounding, not for a negative variance. */
const ROUNDING = 1e-12;

/**
 * The sandwich (X'X)⁻¹ (Σ s_g s_g') (X'X)⁻¹ with s_g the sum of x residual over a cluster, times G/(G - 1) (N - 1)/(N - K).
 * Without clusters each row is its own, which is White's HC1; of two ways: one and the other less their intersection,
 * each with its own factor (Cameron, Gelbach and Miller 2011).
 */
export function clusterVariance(
  fit: LeastSquares,
  columns: readonly Float64Array[],
  clusterings: readonly Clustering[],
): ClusterVariance {
  const rows = fit.residuals.length;
  const inverse = inverseGram(fit);
  const sandwich = (labels: readonly (string | number)[]) => oneWay(fit, columns, inverse, labels);
  const [first, second] = clusterings;
  if (!first) return { variance: sandwich(Array.from({ length: rows }, (_, row) => row)), floored: false };
  if (!second) return { variance: sandwich(first.labels), floored: false };
  const both = sandwich(pairs(first.labels, second.labels));
  const [one, other] = [sandwich(first.labels), sandwich(second.labels)];
  return withoutNegative(
    one.map((value, at) => value + other[at]! - both[at]!),
    columns.length,
  );
}

/** A number for every pair of labels that occurs. */
function pairs(first: readonly (string | number)[], second: readonly (string | number)[]): readonly number[] {
  const seen = new Map<string | number, Map<string | number, number>>();
  let count = 0;
  return first.map((label, row) => {
    const others = seen.get(label) ?? new Map<string | number, number>();
    seen.set(label, others);
    const known = others.get(second[row]!) ?? count++;
    others.set(second[row]!, known);
    return known;
  });
}

function oneWay(
  { residuals, degreesOfFreedom }: LeastSquares,
  columns: readonly Float64Array[],
  inverse: Float64Array,
  labels: readonly (string | number)[],
): Float64Array {
  const size = columns.length;
  const sums = new Map<string | number, Float64Array>();
  labels.forEach((label, row) => {
    const sum = sums.get(label) ?? new Float64Array(size);
    for (let column = 0; column < size; column++) sum[column]! += columns[column]![row]! * residuals[row]!;
    sums.set(label, sum);
  });
  const variance = new Float64Array(size * size);
  for (const sum of sums.values()) {
    const moved = Float64Array.from({ length: size }, (_, row) => dot(inverse, row * size, sum));
    for (let at = 0; at < variance.length; at++) variance[at]! += moved[Math.floor(at / size)]! * moved[at % size]!;
  }
  const factor = (sums.size / (sums.size - 1)) * ((residuals.length - 1) / degreesOfFreedom);
  return variance.map((value) => value * factor);
}

function dot(matrix: Float64Array, start: number, vector: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += matrix[start + at]! * vector[at]!;
  return sum;
}

function withoutNegative(variance: Float64Array, size: number): ClusterVariance {
  const { values, vectors } = symmetricEigen(variance, size);
  const largest = Math.max(...values);
  if (values.every((value) => value >= -ROUNDING * largest)) return { variance, floored: false };
  const kept = values.map((value) => Math.max(0, value));
  const mended = variance.map((_, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    let sum = 0;
    for (let i = 0; i < size; i++) sum += kept[i]! * vectors[row * size + i]! * vectors[column * size + i]!;
    return sum;
  });
  return { variance: mended, floored: true };
}
