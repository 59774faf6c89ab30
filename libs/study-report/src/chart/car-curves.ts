import { type EventResult, sortedQuantile, type WindowDays } from '@streakline/event-study';
import type { Point } from './paths';

/** An event's CAR from the event window's first day on; null on days without a return, which add nothing. */
export function carCurve({ ar }: EventResult, { from }: WindowDays): readonly Point[] {
  let sum = 0;
  return ar.map((value, index) => {
    sum += value ?? 0;
    return { day: from + index, value: value === null ? null : sum };
  });
}

/** An event's CAR day by day: days without a return add nothing; null before the first that has one. */
export function carSums({ ar }: EventResult): readonly (number | null)[] {
  let sum: number | null = null;
  return ar.map((value) => (sum = value === null ? sum : (sum ?? 0) + value));
}

/** Shares of the events below each line of a fan, from the lowest up. */
export const FAN_SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** Quantiles of the events' CARs day by day, in the order of FAN_SHARES; null before the first return of any. */
export function fanOf(
  sums: readonly (readonly (number | null)[])[],
  { from, to }: WindowDays,
): readonly (readonly Point[])[] {
  const days = Array.from({ length: to - from + 1 }, (_, index) => {
    const known = sums.flatMap((one) => one[index] ?? []);
    return Float64Array.from(known).sort();
  });
  return FAN_SHARES.map((share) =>
    days.map((sorted, index) => ({
      day: from + index,
      value: sorted.length === 0 ? null : sortedQuantile(sorted, share),
    })),
  );
}
