import type { Drawdown } from '../drawdowns/drawdowns';
import type { Figures } from './figures';
import { meanOf } from './moments';

/** The deepest, the mean depth, and the longest time below a peak. */
export function drawdownFigures(figures: Figures, drawdowns: readonly Drawdown[]): void {
  let [deepest, longest] = [0, 0];
  for (const { depth, length } of drawdowns) {
    deepest = Math.min(deepest, depth);
    longest = Math.max(longest, length);
  }
  figures.set('maxDrawdown', deepest);
  figures.set('averageDrawdown', meanOf(drawdowns.map(({ depth }) => depth)), 'there is no drawdown');
  figures.set('longestDrawdown', longest);
}
