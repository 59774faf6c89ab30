import type { TestName, TestResult } from '../study/study-result';
import { atNormal, tooFew, unanswered } from './answers';
import type { DayScores, RankScores } from './rank-scores';
import type { Sample } from './sample';

type Score = Exclude<keyof DayScores, 'present'>;

/** √((1/T) Σ_t (Σ_i score)² / n_t): each day's sum weighed by how many events it has (Corrado and Zivney 1992). */
export function scoreDeviation(score: Score, scores: RankScores): number {
  let squares = 0;
  for (let day = 0; day < scores.days; day++) {
    const sums = scores.on(day);
    if (sums.present !== 0) squares += sums[score] ** 2 / sums.present;
  }
  return Math.sqrt(squares / scores.days);
}

/**
 * Corrado and Zivney's rank and sign tests for days on which events are missing: Σ score / √n_t over the deviation,
 * normal. Over a window the days' statistics are summed over the root of their number.
 */
export function corradoZivney(
  score: Score,
  { rawMoments: { count }, firstDay, days, window }: Sample,
  scores: RankScores,
  { deviation, firstEventDay }: { deviation: number; firstEventDay: number },
): TestResult {
  const test: TestName = score === 'ranks' ? 'corradoZivneyRank' : 'corradoZivneySign';
  const reason = tooFew(count, 1);
  if (reason !== null) return unanswered(test, 'normal', count, reason);
  let [sum, used] = [0, 0];
  for (let day = firstEventDay + firstDay; day < firstEventDay + firstDay + days; day++) {
    const sums = scores.on(day, window);
    if (sums.present === 0) continue;
    sum += sums[score] / Math.sqrt(sums.present);
    used++;
  }
  return atNormal(test, sum / Math.sqrt(used) / deviation, count);
}
