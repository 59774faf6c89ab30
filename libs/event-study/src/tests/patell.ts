import type { Panel } from '../panel/panel';
import type { TestResult, TestVariants } from '../study/study-result';
import { atNormal, tooFew, unanswered } from './answers';
import type { Reactions } from './reactions';
import type { Sample } from './sample';

/**
 * n: variance of each event's standardised abnormal return, which is t with M - K degrees of freedom:
 * q = (M - K) / (M - K - 2). NaN where M - K leaves it without a variance; such an event takes no part in the test.
 */
export function studentVariances({ n, observations, parameters }: Panel): Float64Array {
  return Float64Array.from({ length: n }, (_, event) => {
    const freedom = observations[event]! - parameters;
    return freedom > 2 ? freedom / (freedom - 2) : Number.NaN;
  });
}

/**
 * Patell 1976: standardised abnormal returns summed over events, over the root of their variances' sum; normal. Over a
 * window either of the standardised CAR (Mikkelson and Partch 1988) or of the days' sum over √(L_i q_i) (Patell's own).
 */
export function patell(
  sample: Sample,
  { panel, reactions, variances }: { panel: Panel; reactions: Reactions; variances: Float64Array },
  windowForm: TestVariants['patellWindow'],
): TestResult {
  const sumOfDays = sample.window !== null && windowForm === 'sumOfStandardised';
  const { sum, variance, count } = sumOfDays
    ? sumOfStandardised(sample, panel, reactions, variances)
    : sumAtPoint(sample.point, panel.n, reactions, variances);
  const reason = tooFew(count, 1);
  if (reason !== null) return unanswered('patell', 'normal', count, reason);
  return atNormal('patell', sum / Math.sqrt(variance), count);
}

interface PatellSum {
  readonly sum: number;
  readonly variance: number;
  readonly count: number;
}

function sumAtPoint(point: number, n: number, { standardised }: Reactions, variances: Float64Array): PatellSum {
  let [sum, variance, count] = [0, 0, 0];
  for (let event = 0; event < n; event++) {
    const value = standardised[point * n + event]!;
    const own = variances[event]!;
    if (Number.isNaN(value) || Number.isNaN(own)) continue;
    sum += value;
    variance += own;
    count++;
  }
  return { sum, variance, count };
}

/** Each event's days come first, so that every event weighs the same whatever its missing days: variance 1 each. */
function sumOfStandardised(sample: Sample, panel: Panel, reactions: Reactions, variances: Float64Array): PatellSum {
  const { n } = panel;
  const { firstDay, days, point } = sample;
  const sums = new Float64Array(n);
  const usable = new Int32Array(n);
  for (let at = firstDay * n; at < (firstDay + days) * n; at++) {
    const value = reactions.standardised[at]!;
    if (Number.isNaN(value)) continue;
    sums[at % n]! += value;
    usable[at % n]! += 1;
  }
  let [sum, count] = [0, 0];
  for (let event = 0; event < n; event++) {
    const term = sums[event]! / Math.sqrt(usable[event]! * variances[event]!);
    // Without a sum over the window the event takes no part in it, whatever days it has.
    if (Number.isNaN(term) || Number.isNaN(reactions.standardised[point * n + event])) continue;
    sum += term;
    count++;
  }
  return { sum, variance: count, count };
}
