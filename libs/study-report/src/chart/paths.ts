import { coordinate } from './markup';
import type { Frame } from './frame';

export interface Point {
  readonly day: number;
  readonly value: number | null;
}

/** A line through the points, broken where there is none; a lone point is a dot of the line's width. */
export function linePath({ x, y }: Frame, points: readonly Point[]): string {
  const steps: string[] = [];
  let drawing = false;
  for (const { day, value } of points) {
    if (value !== null) {
      const at = `${coordinate(x(day))} ${coordinate(y(value))}`;
      steps.push(drawing ? `L${at}` : `M${at}h0`);
    }
    drawing = value !== null;
  }
  return steps.join('');
}

export interface BandPoint {
  readonly day: number;
  readonly lower: number;
  readonly upper: number;
}

/** The area between lower and upper, of points without a gap. */
export function bandPath({ x, y }: Frame, points: readonly BandPoint[]): string {
  if (points.length === 0) return '';
  const above = points.map(({ day, upper }) => `${coordinate(x(day))} ${coordinate(y(upper))}`);
  const below = points.map(({ day, lower }) => `${coordinate(x(day))} ${coordinate(y(lower))}`).reverse();
  return `M${[...above, ...below].join('L')}Z`;
}

/** Rows of points that all have both ends: what one band can cover. */
export function withoutGaps(
  points: readonly { day: number; lower: number | null; upper: number | null }[],
): readonly (readonly BandPoint[])[] {
  const rows: BandPoint[][] = [];
  let row: BandPoint[] | null = null;
  for (const { day, lower, upper } of points) {
    if (lower === null || upper === null) {
      row = null;
      continue;
    }
    if (row === null) rows.push((row = []));
    row.push({ day, lower, upper });
  }
  return rows;
}
