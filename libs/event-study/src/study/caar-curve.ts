import { studentQuantile } from '../distributions/quantiles';
import type { Panel } from '../panel/panel';
import { momentsOf } from '../tests/moments';
import { numbersAt, type Reactions } from '../tests/reactions';
import type { Stepwise } from './progress';
import type { CurvePoint } from './study-result';

/**
 * The CAAR day by day from the event window's first day, with its cross-sectional band (mean ± t sd/√n). An event counts
 * from its first day with a return on; a later day without one adds nothing to its sum.
 */
export function* caarCurve(panel: Panel, { raw }: Reactions, confidence: number): Stepwise<CurvePoint[]> {
  const { n, eventDays, event } = panel;
  const sums = new Float64Array(n).fill(Number.NaN);
  const scratch = new Float64Array(n);
  const curve: CurvePoint[] = [];
  for (let day = 0; day < eventDays; day++) {
    yield { phase: 'curve', done: day, total: eventDays };
    for (let i = 0; i < n; i++) {
      const value = raw[day * n + i]!;
      if (!Number.isNaN(value)) sums[i] = (Number.isNaN(sums[i]) ? 0 : sums[i]!) + value;
    }
    curve.push({ day: event.from + day, ...band(numbersAt(sums, 0, n, scratch), confidence) });
  }
  return curve;
}

function band(sums: Float64Array, confidence: number): Omit<CurvePoint, 'day'> {
  const { count, mean, sd } = momentsOf(sums);
  if (count === 0) return { caar: null, lower: null, upper: null };
  if (count === 1) return { caar: mean, lower: null, upper: null };
  const half = (studentQuantile((1 + confidence) / 2, count - 1) * sd) / Math.sqrt(count);
  return { caar: mean, lower: mean - half, upper: mean + half };
}
