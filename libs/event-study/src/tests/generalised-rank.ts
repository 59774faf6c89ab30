import type { Panel } from '../panel/panel';
import type { TestResult } from '../study/study-result';
import { atNormal, atStudent, tooFew, unanswered } from './answers';
import type { GeneralisedRankSums } from './generalised-rank-sums';
import type { Sample } from './sample';

/**
 * GRANK-T (Kolari and Pynnönen 2011): Z = Ū_0 / S with S² = (1/T) Σ_t (n_t/N) Ū_t² over the T = L1 + 1 days, the reaction
 * being one of them; Z √((T - 2) / (T - 1 - Z²)) is t with T - 2 degrees of freedom. Robust to correlated events.
 */
export function grankT(sample: Sample, sums: GeneralisedRankSums, { estimationDays }: Panel): TestResult {
  const count = sums.reactionsAt[sample.point]!;
  const reason = tooFewFor(sample, count);
  if (reason !== null) return unanswered('grankT', 't', count, reason);
  const mean = sums.eventSums[sample.point]! / count;
  let squares = (count / sums.events) * mean ** 2;
  for (let day = 0; day < estimationDays; day++) {
    squares += (sums.present[day]! / sums.events) * sums.meanOn(day, sample.point) ** 2;
  }
  const days = estimationDays + 1;
  const z = mean / Math.sqrt(squares / days);
  const room = days - 1 - z ** 2;
  if (!(room > 0)) return unanswered('grankT', 't', count, TOO_EXTREME);
  return atStudent('grankT', z * Math.sqrt((days - 2) / room), days - 2, count);
}

/** GRANK-Z: Ū_0 over its deviation if ranks were independent, √((1/n²) Σ (T_i - 1) / (12 (T_i + 1))), normal. */
export function grankZ(sample: Sample, sums: GeneralisedRankSums): TestResult {
  const count = sums.reactionsAt[sample.point]!;
  const reason = tooFewFor(sample, count);
  if (reason !== null) return unanswered('grankZ', 'normal', count, reason);
  return atNormal('grankZ', sums.eventSums[sample.point]! / Math.sqrt(sums.variances[sample.point]!), count);
}

function tooFewFor({ standardisedMoments: { count } }: Sample, ranked: number): string | null {
  const reason = tooFew(count, 2);
  if (reason !== null || ranked > 0) return reason;
  return 'The standardised abnormal returns do not vary over the events, so they cannot be ranked among other days.';
}

const TOO_EXTREME =
  'The reaction outranks all other days so far that no t value stands for it (T - 1 - Z² is not above 0).';
