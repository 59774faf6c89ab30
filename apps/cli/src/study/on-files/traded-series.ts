import { overGaps, type ReturnSeries } from '@streakline/event-study';

/**
 * A firm's returns from trade to trade: in a file that tells thin trading by empty cells, the return after a gap is the
 * one over the gap, and the factors must cover the same days (Maynes and Rumsey 1993). Without a gap it is the series
 * itself: every model takes it, and every figure is the same to the last bit.
 */
export function tradedSeries(series: ReturnSeries, kind: 'simple' | 'log'): ReturnSeries {
  const traded = overGaps(series.returns, series.factors, kind);
  return traded.spans.every((span) => span === 1) ? series : { days: series.days, ...traded };
}
