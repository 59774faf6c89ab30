import { type BarColumns, type Figure, FIGURES } from '../facts/bar-columns';
import { dayOf } from '../facts/day-number';
import { RAW } from '../facts/deliveries';
import { barKnownAt, type BarWinners } from './bar-winners';
import type { Known } from './known';
import type { Payout } from './payouts';
import type { SessionTable } from './session-table';
import type { SplitLadder } from './split-ladder';

export type Tape = Pick<
  Known,
  | 'sessions'
  | 'ordinals'
  | 'open'
  | 'high'
  | 'low'
  | 'close'
  | 'volume'
  | 'barKnownAt'
  | 'barPosition'
  | 'barSource'
  | 'splitFactor'
  | 'value'
  | 'totalValue'
>;

/** The standing bars as traded, and what returns are computed from. */
export function tapeOf(
  bars: BarColumns,
  { rows, ordinals }: BarWinners,
  table: SessionTable,
  ladder: SplitLadder,
  payouts: readonly Payout[],
): Tape {
  const { deliveries } = bars;
  const { length } = rows;
  const sessions = ordinals.map((ordinal) => table.sessions[ordinal]!);
  const figures = asTraded(bars, rows, ladder);
  const splitFactor = columnOf(length, (i) => ladder.between(0, ladder.stepOn(bars.day[rows[i]!]!)));
  const value = columnOf(length, (i) => figures.close[i]! * splitFactor[i]!);
  return {
    sessions,
    ordinals: Int32Array.from(ordinals),
    ...figures,
    barKnownAt: columnOf(length, (i) => barKnownAt(bars, rows[i]!, table.closes[ordinals[i]!]!)),
    barPosition: columnOf(length, (i) => bars.positionOf(rows[i]!)),
    barSource: rows.map((row) => deliveries.sources[deliveries.source[bars.delivery[row]!]!]!),
    splitFactor,
    value,
    totalValue: withPayouts(sessions, figures.close, splitFactor, value, ladder, payouts),
  };
}

// A loop, because Float64Array.from() goes through an iterator and took most of the time of a view.
function columnOf(length: number, at: (i: number) => number): Float64Array {
  const column = new Float64Array(length);
  for (let i = 0; i < length; i++) column[i] = at(i);
  return column;
}

/** Undoes the splits that the delivery had put into the figures: prices grow, volumes shrink. */
function asTraded(bars: BarColumns, rows: readonly number[], ladder: SplitLadder): Record<Figure, Float64Array> {
  const figures = {
    open: pick('open'),
    high: pick('high'),
    low: pick('low'),
    close: pick('close'),
    volume: pick('volume'),
  };
  rows.forEach((row, i) => {
    const basis = bars.deliveries.basis[bars.delivery[row]!]!;
    if (basis === RAW) return;
    const shares = ladder.between(ladder.stepOn(bars.day[row]!), ladder.stepOn(basis));
    if (shares === 1) return;
    for (const figure of FIGURES) figures[figure][i]! *= figure === 'volume' ? 1 / shares : shares;
  });
  return figures;

  function pick(figure: Figure): Float64Array {
    const column = bars.figures[figure];
    return columnOf(rows.length, (i) => column[rows[i]!]!);
  }
}

/** The split-adjusted price grown by D / P on every ex-date, so that a quotient of two is (P1 + D) / P0; what was paid between two bars counts at the later one. */
function withPayouts(
  sessions: readonly string[],
  close: Float64Array,
  splitFactor: Float64Array,
  value: Float64Array,
  ladder: SplitLadder,
  payouts: readonly Payout[],
): Float64Array {
  const total = Float64Array.from(value);
  let growth = 1;
  let next = payouts.findIndex(({ exDate }) => sessions[0] !== undefined && exDate > sessions[0]);
  if (next === -1) return total;
  for (let i = 1; i < total.length; i++) {
    let paid = 0;
    for (let due = payouts[next]; due !== undefined && due.exDate <= sessions[i]!; due = payouts[++next]) {
      paid += (due.amount * ladder.between(0, ladder.stepOn(dayOf(due.exDate)))) / splitFactor[i]!;
    }
    if (paid > 0) growth *= 1 + paid / close[i]!;
    total[i]! *= growth;
  }
  return total;
}
