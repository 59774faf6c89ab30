import { aResult } from '../../test/a-result';
import { backtestPerformance } from '../index';
import { returnsOfValues } from './curve-series';

describe('the figures of a run', () => {
  it('are of equity after costs and before, from the initial cash on', () => {
    const performance = backtestPerformance(aResult());
    expect(performance?.net.metrics.totalReturn).toBeCloseTo(0.02, 12);
    expect(performance?.gross.metrics.totalReturn).toBeCloseTo(0.03, 12);
    expect(performance?.benchmark?.metrics.totalReturn).toBeCloseTo(0.01, 12);
    expect(performance?.net.metrics.excessReturn).toBeCloseTo(0.01, 12);
  });

  it('count trading by hand', () => {
    // Traded 10,300 in all; mean equity (10,000 + 10,100 + 10,050 + 10,200) / 4 = 10,087.50; four of 252 sessions.
    expect(backtestPerformance(aResult())?.trading).toEqual({
      turnover: expect.closeTo(((10_300 / 2 / 10_087.5) * 252) / 4, 10),
      grossExposure: expect.closeTo(5_100 / 10_100 / 4, 12),
      netExposure: expect.closeTo(5_100 / 10_100 / 4, 12),
      timeInvested: 0.25,
      trades: 1,
      openTrades: 0,
      tradeHitRate: 1,
      profitFactor: null,
      meanTradeReturn: 0.04,
      meanWin: 0.04,
      meanLoss: null,
      meanHolding: 1,
      costShare: 0.01,
    });
  });

  it('leave out the sessions on which the benchmark has no bar, and those after them', () => {
    const { curve } = aResult();
    const performance = backtestPerformance(aResult({ curve: { ...curve, benchmark: [1.01, null, 1.02, 1.01] } }));
    // Left are the first session and the last: (1.01)(1.01 / 1.02) - 1.
    expect(performance?.net.metrics.benchmarkReturn).toBeCloseTo((1.01 * 1.01) / 1.02 - 1, 12);
    expect(performance?.benchmark?.metrics.totalReturn).toBeCloseTo(0.01, 12);
  });

  it('have no gain left once all is lost', () => {
    expect(returnsOfValues(100, [50, -10, -5, 20])).toEqual([-0.5, -1, 0, 0]);
  });

  it('are null of a run without a session', () => {
    const { curve } = aResult();
    expect(backtestPerformance(aResult({ curve: { ...curve, sessions: [] } }))).toBeNull();
  });
});
