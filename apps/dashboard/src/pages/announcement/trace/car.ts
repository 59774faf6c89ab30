import { percent } from '../../../words/numbers';
import { dayNumber } from '../../../words/times';
import type { ReactionDay } from '../answers';

/** A point of the curve. Fractions. */
export interface CarPoint {
  readonly day: number;
  readonly abnormal: number;
  readonly low: number;
  readonly high: number;
  /** Cumulative price return. */
  readonly change: number | null;
}

/** Standard errors on each side: 95% of a normal distribution. */
const WIDTH = 1.96;

/** The points that are known, from the first day on. */
export function carOf(days: readonly ReactionDay[]): readonly CarPoint[] {
  return days.flatMap(
    ({ day, cumulativeAbnormalReturn: abnormal, cumulativeStandardError: error, cumulativeReturn }) => {
      if (abnormal === null || error === null) return [];
      return [
        { day, abnormal, low: abnormal - WIDTH * error, high: abnormal + WIDTH * error, change: cumulativeReturn },
      ];
    },
  );
}

/** What the curve shows, for those who do not see it. */
export function carSummary(points: readonly CarPoint[]): string {
  const told = [points.find(({ day }) => day === 0), points.at(-1)].filter((point) => point !== undefined);
  const words = ({ day, abnormal, low, high }: CarPoint) =>
    `${percent(abnormal)} to day ${dayNumber(day)} (band ${percent(low)} to ${percent(high)})`;
  return `Cumulative abnormal return: ${[...new Set(told)].map(words).join(', ')}.`;
}
