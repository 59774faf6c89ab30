import { normalTail } from '../distributions/normal';
import { normalQuantile } from '../distributions/quantiles';
import { momentsOf } from '../tests/moments';
import type { Stepwise } from '../study/progress';
import { seededRandom } from './random';
import { sortedQuantile } from './sorted-quantile';

/** How `bootstrapInterval` draws, and what it makes of the draws. */
export interface BootstrapOptions {
  /** Means drawn, at least 1; 1,999 or more for a 95% interval. */
  readonly resamples: number;
  readonly seed: number;
  /** Between 0 and 1. */
  readonly confidence: number;
  /** Bias-corrected and accelerated (Efron 1987), or the plain percentiles (Efron 1979). */
  readonly kind: 'bca' | 'percentile';
}

const VALUES_A_STEP = 500_000;

/**
 * A confidence interval of the mean by drawing events with replacement, without a distribution assumed. Events are drawn
 * as if they were independent. Null of fewer than two values, or where they do not vary.
 */
export function* bootstrapInterval(
  values: Float64Array,
  options: BootstrapOptions,
): Stepwise<{ lower: number; upper: number } | null> {
  const { sd } = momentsOf(values);
  if (!(sd > 0)) return null;
  const means = yield* resampledMeans(values, options);
  const [low, high] =
    options.kind === 'bca' ? bcaShares(values, means, options.confidence) : shares(options.confidence);
  return { lower: sortedQuantile(means, low), upper: sortedQuantile(means, high) };
}

function* resampledMeans(values: Float64Array, { resamples, seed }: BootstrapOptions): Stepwise<Float64Array> {
  const random = seededRandom(seed);
  const n = values.length;
  const means = new Float64Array(resamples);
  const resamplesAStep = Math.max(1, Math.floor(VALUES_A_STEP / n));
  for (let resample = 0; resample < resamples; resample++) {
    if (resample % resamplesAStep === 0) yield { phase: 'bootstrap', done: resample, total: resamples };
    let sum = 0;
    for (let i = 0; i < n; i++) sum += values[random.below(n)]!;
    means[resample] = sum / n;
  }
  return means.sort();
}

function shares(confidence: number): [number, number] {
  return [(1 - confidence) / 2, (1 + confidence) / 2];
}

/** Of a mean the jackknife's acceleration is Σ(x - mean)³ / (6 (Σ(x - mean)²)^1.5): no refits are needed. */
function bcaShares(values: Float64Array, means: Float64Array, confidence: number): [number, number] {
  const { mean, sd, cubes, count } = momentsOf(values);
  const acceleration = cubes / (6 * (sd ** 2 * (count - 1)) ** 1.5);
  const below = means.filter((one) => one < mean).length + means.filter((one) => one === mean).length / 2;
  // All or none below would put the bias at infinity: half a resample is the least that can be told apart.
  const bias = normalQuantile(Math.min(Math.max(below, 0.5), means.length - 0.5) / means.length);
  const shift = (share: number): number => {
    const shifted = bias + normalQuantile(share);
    return normalTail(-(bias + shifted / (1 - acceleration * shifted)));
  };
  const [low, high] = shares(confidence);
  return [shift(low), shift(high)];
}
