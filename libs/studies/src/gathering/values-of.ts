import { firstBarFrom, type Known } from '@streakline/dossiers';
import type { ScreenedPrices } from '@streakline/event-study';
import type { StudyRequest } from '../request/study-request';

export type ValueOptions = Pick<StudyRequest, 'value' | 'returns'>;

/**
 * What a study is about, session by session from one ordinal of the instrument's exchange up to, and without, another;
 * NaN where there is none.
 *
 * - `return`: total return on the close of the session before; none over a gap, nor on a price at or below zero;
 * - `logVolume`: natural logarithm of the split-adjusted shares traded (Ajinkya and Jain 1989; Campbell and Wasley 1996,
 *   who add a small constant for days without trading, which here have no value);
 * - `volatility`: natural logarithm of the day's standard deviation by its range, ln(high / low) / (2 sqrt(ln 2))
 *   (Parkinson 1980; that its logarithm is nearly normal: Alizadeh, Brandt and Diebold 2002).
 */
export function valuesOf(known: Known, { value, returns }: ValueOptions, from: number, to: number): Float64Array {
  if (value === 'logVolume') return columnOf(known, from, to, logVolume);
  if (value === 'volatility') return columnOf(known, from, to, logRange);
  return columnOf(known, from, to, returns === 'log' ? logReturn : totalReturn);
}

/** Total-return index in the same rows; NaN where there is no bar. */
export function indexOf(known: Known, from: number, to: number): Float64Array {
  return columnOf(known, from, to, ({ totalValue }, place) => totalValue[place]!);
}

/** What screens look at, in the same rows. */
export function pricesOf(known: Known, from: number, to: number): ScreenedPrices {
  return {
    returns: columnOf(known, from, to, priceReturn),
    close: columnOf(known, from, to, ({ close }, place) => close[place]!),
    volume: columnOf(known, from, to, ({ volume }, place) => volume[place]!),
  };
}

function columnOf(
  known: Known,
  from: number,
  to: number,
  valueAt: (known: Known, place: number) => number,
): Float64Array {
  const column = new Float64Array(to - from).fill(Number.NaN);
  const { ordinals } = known;
  for (let place = firstBarFrom(known, from); place < ordinals.length && ordinals[place]! < to; place++) {
    column[ordinals[place]! - from] = valueAt(known, place);
  }
  return column;
}

function totalReturn(known: Known, place: number): number {
  return quotient(known, known.totalValue, place) - 1;
}

function logReturn(known: Known, place: number): number {
  return Math.log(quotient(known, known.totalValue, place));
}

/** Of whatever prices there are: a screen wants to see those that cannot be. */
function priceReturn({ ordinals, value }: Known, place: number): number {
  return ordinals[place - 1] === ordinals[place]! - 1 ? value[place]! / value[place - 1]! - 1 : Number.NaN;
}

function quotient({ ordinals, close }: Known, prices: Float64Array, place: number): number {
  if (place === 0 || ordinals[place - 1] !== ordinals[place]! - 1) return Number.NaN;
  return close[place]! > 0 && close[place - 1]! > 0 ? prices[place]! / prices[place - 1]! : Number.NaN;
}

function logVolume({ volume, splitFactor }: Known, place: number): number {
  const shares = volume[place]! / splitFactor[place]!;
  return shares > 0 ? Math.log(shares) : Number.NaN;
}

const RANGE_OF_SD = 2 * Math.sqrt(Math.LN2);

function logRange({ high, low }: Known, place: number): number {
  const range = low[place]! > 0 ? Math.log(high[place]! / low[place]!) : Number.NaN;
  return range > 0 ? Math.log(range / RANGE_OF_SD) : Number.NaN;
}
