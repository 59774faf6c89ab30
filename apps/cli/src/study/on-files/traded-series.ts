import { type ReturnSeries, tradeToTrade } from '@streakline/event-study';

/**
 * A firm's returns from trade to trade: in a file that tells thin trading by empty cells, the return after a gap is the
 * one over the gap, and the factors must cover the same days (Maynes and Rumsey 1993).
 */
export function tradedSeries({ days, returns, factors }: ReturnSeries, kind: 'simple' | 'log'): ReturnSeries {
  // A row before the first, so that the first return of the file has something to start from.
  const values = new Float64Array(days.length + 1).fill(Number.NaN);
  let level = 1;
  values[0] = level;
  returns.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    level *= kind === 'log' ? Math.exp(value) : 1 + value;
    values[row + 1] = level;
  });
  const moved = tradeToTrade(values, factors.map(withRowBefore), kind);
  return {
    days,
    returns: moved.returns.slice(1),
    factors: moved.factors.map((factor) => factor.slice(1)),
    spans: moved.spans.slice(1),
  };
}

function withRowBefore(factor: Float64Array): Float64Array {
  const longer = new Float64Array(factor.length + 1).fill(Number.NaN);
  longer.set(factor, 1);
  return longer;
}
