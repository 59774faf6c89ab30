import type { TestResult } from '../study/study-result';
import { atNormal, tooFew, unanswered } from './answers';
import type { RankScores } from './rank-scores';
import type { Sample } from './sample';

/** S of Corrado's test: √((1/T) Σ (n_t/N)(K̄_t - 1/2)²), about one half and not about the sample's mean. */
export function corradoDeviation(scores: RankScores): number {
  let squares = 0;
  for (let day = 0; day < scores.days; day++) {
    const { present, ranks } = scores.on(day);
    if (present !== 0) squares += (present / scores.events) * (ranks / present) ** 2;
  }
  return Math.sqrt(squares / scores.days);
}

/**
 * Corrado's rank test: the mean rank of the day less one half, over S, normal (1989); over a window √L (K̄ - 1/2) / S with
 * the mean of its days' mean ranks, L its days (Cowan 1992). `firstEventDay`: column of the first event day in the scores.
 */
export function corradoRank(
  { rawMoments: { count }, firstDay, days, window }: Sample,
  scores: RankScores,
  { deviation, firstEventDay }: { deviation: number; firstEventDay: number },
): TestResult {
  const reason = tooFew(count, 1);
  if (reason !== null) return unanswered('corradoRank', 'normal', count, reason);
  let [sum, used] = [0, 0];
  for (let day = firstEventDay + firstDay; day < firstEventDay + firstDay + days; day++) {
    const { present, ranks } = scores.on(day, window);
    if (present === 0) continue;
    sum += ranks / present;
    used++;
  }
  return atNormal('corradoRank', (Math.sqrt(days) * (sum / used)) / deviation, count);
}
