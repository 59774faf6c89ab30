import type { StatedFigure, Wording } from '@streakline/events';
import type { Tolerance } from '../verdict/verdict';

/**
 * How far off a figure may be that is said to be "about" or "nearly" something. A convention of ours: the press rounds by
 * a few percent with these words, and a tenth would be called by another figure.
 */
export const ROUGHLY = 0.05;

interface Rule {
  readonly from: (value: number, half: number) => number | null;
  readonly to: (value: number, half: number) => number | null;
  readonly closed: boolean;
  readonly rule: string;
}

const none = () => null;
const itself = (value: number) => value;
const roughly = (value: number, half: number) => Math.max(half, ROUGHLY * value);

/**
 * The one table of tolerances, by wording. `half` is half a unit of the last digit that was written: what rounding to it
 * can hide.
 */
export const toleranceTable: Readonly<Record<Wording, Rule>> = {
  plain: {
    from: (value, half) => value - half,
    to: (value, half) => value + half,
    closed: true,
    rule: 'a plain figure: within half a unit of its last digit',
  },
  exactly: {
    from: (value, half) => value - half,
    to: (value, half) => value + half,
    closed: true,
    rule: '"exactly": within half a unit of its last digit',
  },
  about: {
    from: (value, half) => value - roughly(value, half),
    to: (value, half) => value + roughly(value, half),
    closed: true,
    rule: '"about": within 5%, or half a unit of its last digit where that is more',
  },
  nearly: {
    from: (value, half) => value - roughly(value, half),
    to: itself,
    closed: true,
    rule: '"nearly": not more, and at most 5% less, or half a unit of its last digit where that is more',
  },
  moreThan: { from: itself, to: none, closed: false, rule: '"more than": strictly more' },
  atLeast: { from: itself, to: none, closed: true, rule: '"at least": as much or more' },
  lessThan: { from: () => 0, to: itself, closed: false, rule: '"less than": strictly less' },
  atMost: { from: () => 0, to: itself, closed: true, rule: '"at most": as much or less' },
  upTo: {
    from: () => 0,
    to: (value, half) => value + half,
    closed: true,
    rule: '"up to": not more, by more than half a unit of its last digit',
  },
};

/** Figures that a stated one admits, in its own unit and direction. */
export function toleranceOf({ value, wording, resolution }: StatedFigure): Tolerance {
  const { from, to, closed, rule } = toleranceTable[wording];
  const half = resolution / 2;
  return { from: from(value, half), to: to(value, half), closed, rule };
}

/* Ten digits of a price go through some products: what differs by less than this, relatively, is rounding of ours. */
const NOISE = 1e-9;

/** Whether a figure lies within a tolerance. */
export function admits({ from, to, closed }: Tolerance, figure: number): boolean {
  return isFromOn(figure, from, closed) && isFromOn(-figure, to === null ? null : -to, closed);
}

/** Whether any figure from `low` to `high` lies within a tolerance. */
export function admitsSome({ from, to, closed }: Tolerance, low: number, high: number): boolean {
  return isFromOn(high, from, closed) && isFromOn(-low, to === null ? null : -to, closed);
}

function isFromOn(figure: number, bound: number | null, closed: boolean): boolean {
  if (bound === null) return true;
  const noise = NOISE * Math.max(Math.abs(bound), Math.abs(figure));
  return closed ? figure >= bound - noise : figure > bound + noise;
}
