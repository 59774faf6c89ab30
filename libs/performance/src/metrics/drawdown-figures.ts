import type { Drawdown } from '../drawdowns/drawdowns';
import type { Figures } from './figures';
import { meanOf } from './moments';

/** The deepest, the mean depth, and the longest time below a peak. */
export function drawdownFigures(figures: Figures, drawdowns: readonly Drawdown[]): void {
  const depths = drawdowns.map(({ depth }) => depth);
  figures.set('maxDrawdown', Math.min(0, ...depths));
  figures.set('averageDrawdown', meanOf(depths), 'there is no drawdown');
  figures.set('longestDrawdown', Math.max(0, ...drawdowns.map(({ length }) => length)));
}
