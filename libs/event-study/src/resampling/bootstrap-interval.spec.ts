import { complete } from '../study/progress';
import { bootstrapInterval, type BootstrapOptions } from './bootstrap-interval';

/** Rounded draws of a shifted log-normal: skewed, as cumulative abnormal returns are. */
const SKEWED = Float64Array.of(
  ...[0.0021, 0.0107, 0.0019, -0.0093, 0.0127, 0.0036, -0.0062, 0.0059, 0.0024, 0.0014, -0.0017, 0.0053, -0.0072],
  ...[-0.0035, -0.0058, 0.0062, -0.0016, -0.0045, -0.0074, -0.0043, -0.0019, -0.0044, 0.0245, 0.0154, -0.0113],
  ...[-0.0105, -0.0036, -0.0054, 0.0004, 0.0004, 0.0711, -0.0087, -0.0051, 0.0651, 0.0071, 0.0074, -0.006, -0.0101],
  ...[-0.0002, -0.0008],
);

function interval(values: Float64Array, options: Partial<BootstrapOptions>): { lower: number; upper: number } | null {
  return complete(
    bootstrapInterval(values, { resamples: 3_000, seed: 1, confidence: 0.95, kind: 'percentile', ...options }),
  );
}

describe('the bootstrap interval of a mean', () => {
  it("agrees with scipy's percentile interval", () => {
    // scipy.stats.bootstrap, 200,000 resamples; its own runs differ by 1e-5.
    const { lower, upper } = interval(SKEWED, {})!;
    expect(Math.abs(lower - -0.001428)).toBeLessThan(2e-4);
    expect(Math.abs(upper - 0.008821)).toBeLessThan(3e-4);
  });

  it("agrees with scipy's bias-corrected and accelerated interval, which leans to the long tail", () => {
    const { lower, upper } = interval(SKEWED, { kind: 'bca' })!;
    expect(Math.abs(lower - -0.0007)).toBeLessThan(2e-4);
    expect(Math.abs(upper - 0.01072)).toBeLessThan(5e-4);
  });

  it('is wider at more confidence', () => {
    const [narrow, wide] = [
      interval(SKEWED, { confidence: 0.9, resamples: 500 })!,
      interval(SKEWED, { confidence: 0.99, resamples: 500 })!,
    ];
    expect(wide.lower).toBeLessThan(narrow.lower);
    expect(wide.upper).toBeGreaterThan(narrow.upper);
  });

  it('does not exist of one value, or of equal ones', () => {
    expect(interval(Float64Array.of(0.01), {})).toBeNull();
    expect(interval(Float64Array.of(0.1, 0.1, 0.1), {})).toBeNull();
  });
});
