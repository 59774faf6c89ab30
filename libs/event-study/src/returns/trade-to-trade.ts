import { type ReturnKind, returnOver } from './returns';

/** Returns from one trade to the next, beside the factors over the same sessions. */
export interface TradeToTrade {
  /** NaN on sessions without a trade. */
  readonly returns: Float64Array;
  readonly factors: readonly Float64Array[];
  /** Sessions that each return covers: 1 where the session before it has a trade too. */
  readonly spans: Float64Array;
}

/**
 * Trade-to-trade returns for firms that do not trade every session (Maynes and Rumsey 1993): the return after a gap
 * covers all its sessions, and so do the factors beside it. Give the three to a series: the models then weigh each
 * return by the sessions that it covers.
 *
 * `values`: prices, or an index with dividends in it; NaN where there was no trade. `factors`: their returns of one
 * session, row by row; over a gap with a session that a factor lacks there is no factor.
 */
export function tradeToTrade(
  values: Float64Array,
  factors: readonly Float64Array[],
  kind: ReturnKind = 'simple',
): TradeToTrade {
  const returns = new Float64Array(values.length).fill(Number.NaN);
  const over = factors.map((factor) => Float64Array.from(factor));
  const spans = new Float64Array(values.length).fill(1);
  let last = -1;
  values.forEach((value, row) => {
    if (!(value > 0)) return;
    if (last !== -1) {
      returns[row] = returnOver(values[last]!, value, kind);
      spans[row] = row - last;
      factors.forEach((factor, k) => (over[k]![row] = compounded(factor, last + 1, row, kind)));
    }
    last = row;
  });
  return { returns, factors: over, spans };
}

/**
 * The same where the returns are at hand and the prices are not: a return after rows without one already is the return
 * over that gap, and stays as it is; only the factors are compounded over the gap. Rows before the first return are no
 * gap (the firm was not traded yet), so it covers one session. Without a gap nothing changes at all.
 */
export function overGaps(
  returns: Float64Array,
  factors: readonly Float64Array[],
  kind: ReturnKind = 'simple',
): TradeToTrade {
  const over = factors.map((factor) => Float64Array.from(factor));
  const spans = new Float64Array(returns.length).fill(1);
  let last = -1;
  returns.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    if (last !== -1) {
      spans[row] = row - last;
      factors.forEach((factor, k) => (over[k]![row] = compounded(factor, last + 1, row, kind)));
    }
    last = row;
  });
  return { returns, factors: over, spans };
}

function compounded(factor: Float64Array, from: number, to: number, kind: ReturnKind): number {
  if (from === to) return factor[to]!;
  let total = kind === 'log' ? 0 : 1;
  for (let row = from; row <= to; row++) {
    if (kind === 'log') total += factor[row]!;
    else total *= 1 + factor[row]!;
  }
  return kind === 'log' ? total : total - 1;
}
