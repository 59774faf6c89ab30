import type { Panel } from '../panel/panel';
import { oneFirmPermutation } from '../resampling/one-firm-permutation';
import { signFlips } from '../resampling/sign-flips';
import type { Stepwise } from '../study/progress';
import type { TestResult } from '../study/study-result';
import { tooFew, unanswered } from './answers';
import type { Reactions } from './reactions';
import type { Sample } from './sample';

/**
 * The mean abnormal return against what chance makes of it: over two events or more the events' signs are flipped; a
 * single event's days are exchanged with its estimation days (Nguyen and Wolf 2023).
 */
export function* permutation(
  { panel, reactions }: { panel: Panel; reactions: Reactions },
  sample: Sample,
  { draws, seed }: { draws: number; seed: number },
): Stepwise<TestResult> {
  const { count: n, mean } = sample.rawMoments;
  const reason = tooFew(n, 1);
  if (reason !== null) return unanswered('permutation', 'resampled', n, reason);
  const { firstDay, days } = sample;
  const result =
    n > 1
      ? yield* signFlips(sample.raw, { flips: draws, seed })
      : oneFirmPermutation(panel, onlyEvent(reactions, sample), { firstDay, days, draws, seed });
  if (result === null) return unanswered('permutation', 'resampled', n, 'The event has no usable estimation days.');
  const distribution = result.exact ? 'exact' : 'resampled';
  return {
    test: 'permutation',
    statistic: mean,
    pValue: result.pValue,
    distribution,
    degreesOfFreedom: null,
    n,
    reason: null,
  };
}

/** The one event that takes part. */
function onlyEvent({ n, raw }: Reactions, { point }: Sample): number {
  return raw.subarray(point * n, (point + 1) * n).findIndex((value) => !Number.isNaN(value));
}
