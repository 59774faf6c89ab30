import type { Params } from '@streakline/backtest';

export type ParamValue = Params[string];

/** Numbers between two bounds, both included: evenly, or (`log`) evenly by order of magnitude. */
export interface ParamRange {
  readonly from: number;
  readonly to: number;
  readonly scale: 'linear' | 'log';
  /** Draws whole numbers alone. */
  readonly whole: boolean;
}

/** What a sweep varies: a grid of values, and ranges to draw from. A parameter stands in one of them; the others keep their defaults. */
export interface SearchSpace {
  readonly grid: Readonly<Record<string, readonly ParamValue[]>>;
  readonly random: Readonly<Record<string, ParamRange>>;
}

/** How much of a space is tried. */
export interface SearchBudget {
  /** Draws of the ranges for each point of the grid; without ranges, points of the grid (default all of them). */
  readonly trials?: number;
  /** Default 1. */
  readonly seed?: number;
}
