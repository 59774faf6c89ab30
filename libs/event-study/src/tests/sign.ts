import type { TestResult } from '../study/study-result';
import { atNormal, tooFew, unanswered } from './answers';

/** How many of the values are above zero: one that is exactly zero is not. */
export function positiveAmong(values: Float64Array): number {
  let positive = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > 0) positive++;
  return positive;
}

/** The number of positive abnormal returns against an even chance: (w - n/2) / √(n/4), normal. */
export function sign(positive: number, n: number): TestResult {
  const reason = tooFew(n, 1);
  if (reason !== null) return unanswered('sign', 'normal', n, reason);
  return atNormal('sign', (positive - n / 2) / Math.sqrt(n / 4), n);
}

/** The same against the share p that is positive without an event: (w - np) / √(np(1 - p)), normal (Cowan 1992). */
export function generalisedSign(positive: number, n: number, share: number | null): TestResult {
  const reason = tooFew(n, 1) ?? unusableShare(share);
  if (reason !== null || share === null) {
    return unanswered('generalisedSign', 'normal', n, reason ?? 'There are no estimation days.');
  }
  return atNormal('generalisedSign', (positive - n * share) / Math.sqrt(n * share * (1 - share)), n);
}

function unusableShare(share: number | null): string | null {
  if (share === null) return 'No event has a usable estimation day.';
  if (share > 0 && share < 1) return null;
  return `The share of positive abnormal returns in the estimation windows is ${share}: there is no spread about it.`;
}
