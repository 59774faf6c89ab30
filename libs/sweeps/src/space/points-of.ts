import type { Params } from '@streakline/backtest';
import { seededRandom, type SeededRandom } from '@streakline/event-study';
import { SweepError } from '../sweep-error';
import type { ParamRange, ParamValue, SearchBudget, SearchSpace } from './search-space';

/** More would take days, and no deflated Sharpe ratio survives them. */
export const MOST_POINTS = 100_000;
const DRAWS = 20;

/**
 * The points of a space that are tried, in the order of their numbers: the grid's, the last parameter moving fastest, and
 * for each of them the same draws from the ranges (so that points of the grid differ by the grid alone). Without ranges a
 * budget below the grid's size takes a random part of it. The same space, budget and seed give the same points.
 *
 * @throws SweepError `spaceSize`
 */
export function pointsOf({ grid, random }: SearchSpace, { trials, seed = 1 }: SearchBudget = {}): readonly Params[] {
  const hasRanges = Object.keys(random).length > 0;
  if (!hasRanges && Object.keys(grid).length === 0) {
    throw new SweepError('spaceSize', 'Nothing to try: give a grid (hold=5,10) or a range (threshold=0.01..0.1).');
  }
  const size = Object.values(grid).reduce((product, values) => product * values.length, 1);
  const draws = hasRanges ? (trials ?? DRAWS) : 1;
  const count = hasRanges ? size * draws : Math.min(size, trials ?? size);
  if (!(count <= MOST_POINTS && size <= MOST_POINTS)) {
    throw new SweepError(
      'spaceSize',
      `${size} points of the grid with ${draws} draws each are more than ${MOST_POINTS}: name fewer values.`,
    );
  }
  const numbers = seededRandom(seed);
  const points = product(Object.entries(grid));
  if (!hasRanges) return count === size ? points : partOf(points, count, numbers);
  const drawn = Array.from({ length: draws }, () => drawFrom(random, numbers));
  return points.flatMap((point) => drawn.map((draw) => ({ ...point, ...draw })));
}

function product(axes: readonly (readonly [string, readonly ParamValue[]])[]): readonly Params[] {
  return axes.reduce<readonly Params[]>(
    (points, [name, values]) => points.flatMap((point) => values.map((value) => ({ ...point, [name]: value }))),
    [{}],
  );
}

/** Without repeats, in the order of the whole (Fan, Muller and Rezucha 1962: each is taken with the chance that is left). */
function partOf(points: readonly Params[], count: number, numbers: SeededRandom): readonly Params[] {
  let wanted = count;
  return points.filter((_, i) => {
    const isTaken = numbers.uniform() * (points.length - i) < wanted;
    if (isTaken) wanted--;
    return isTaken;
  });
}

function drawFrom(ranges: SearchSpace['random'], numbers: SeededRandom): Params {
  const draw: Record<string, ParamValue> = {};
  for (const [name, range] of Object.entries(ranges)) draw[name] = drawn(range, numbers.uniform());
  return draw;
}

function drawn({ from, to, scale, whole }: ParamRange, uniform: number): number {
  if (scale === 'log') {
    const value = from * (to / from) ** uniform;
    return whole ? Math.min(to, Math.round(value)) : short(value);
  }
  return whole ? from + Math.floor(uniform * (to - from + 1)) : short(from + uniform * (to - from));
}

/** Six figures: what is typed again from a table must be the same trial. */
function short(value: number): number {
  return Number(value.toPrecision(6));
}
