import { expectAllNear, expectNear } from '../../test/near';
import {
  buildPanel,
  complete,
  eventResult,
  overGaps,
  returnsOf,
  type StudyEvent,
  StudyError,
  tradeToTrade,
} from '../index';

const NONE = Number.NaN;

describe('returns from prices', () => {
  it('go from one row to the next', () => {
    expect(Array.from(returnsOf(Float64Array.of(100, 110, 99)))).toEqual([
      NONE,
      expect.closeTo(0.1, 15),
      expect.closeTo(-0.1, 15),
    ]);
    const [, up] = returnsOf(Float64Array.of(100, 110), 'log');
    expect(up).toBeCloseTo(0.09531017980432493, 15);
  });

  it('are missing beside a gap, and beside a price that is none', () => {
    expect(Array.from(returnsOf(Float64Array.of(100, NONE, 99, 99)))).toEqual([NONE, NONE, NONE, 0]);
    expect(Array.from(returnsOf(Float64Array.of(100, 0, 99, -1, 100)))).toEqual([NONE, NONE, NONE, NONE, NONE]);
  });
});

describe('trade-to-trade returns', () => {
  const market = [11, -4, 7, 2, -13, 6, 9, -2, 4, -8, 12, 3, -6, 5, 1, 8].map((one) => one / 1_000);
  const prices = [
    100,
    101.5,
    NONE,
    102.75,
    102.5,
    NONE,
    NONE,
    101,
    102.25,
    102,
    103.5,
    NONE,
    104.5,
    104,
    105.25,
    105.5,
  ];
  const moved = tradeToTrade(Float64Array.from(prices), [Float64Array.from(market)]);

  function event(change: Partial<StudyEvent['series']> = {}): StudyEvent {
    const days = Int32Array.from(prices, (_, row) => row);
    return { id: 'e1', firm: 'THIN', group: null, series: { days, ...moved, ...change }, day0: 11, omittedDays: [] };
  }

  const window = { from: 0, to: 4 };
  const options = { model: 'market', estimation: { from: -10, to: -1 }, event: window, windows: [window] } as const;

  it('cover the gap before them, as does the market beside them', () => {
    expect(Array.from(moved.spans)).toEqual([1, 1, 1, 2, 1, 1, 1, 3, 1, 1, 1, 1, 2, 1, 1, 1]);
    expect(moved.returns[2]).toBeNaN();
    expect(moved.returns[7]).toBeCloseTo(101 / 102.5 - 1, 15);
    expect(moved.factors[0]![7]).toBeCloseTo(1.006 * 1.009 * 0.998 - 1, 15);
    const logs = tradeToTrade(Float64Array.from(prices), [Float64Array.from(market)], 'log');
    expect(logs.returns[7]).toBeCloseTo(Math.log(101 / 102.5), 15);
    expect(logs.factors[0]![7]).toBeCloseTo(0.006 + 0.009 - 0.002, 15);
  });

  it('are weighed by the sessions that they cover, as statsmodels does by WLS with weights 1 / sessions', () => {
    // sm.WLS(R, [spans, F], weights=1/spans) over rows 1 to 10; forecasts at rows 12 to 15.
    const panel = complete(buildPanel([event()], options));
    const result = eventResult(panel, 0);
    expect(result.observations).toBe(7);
    expectAllNear(result.coefficients, [0.0030523198977061234, 0.33456081663719067]);
    expectNear(result.residualSd, 0.010743375930456506);
    const ar = [null, 0.004566900497991133, -0.009509812976107377, 0.00863235005488756, -0.0033535095186896288];
    expectAllNear(result.ar, ar);
    const factors = [2.4646958322245425, 1.127929001162073, 1.1001886629414224, 1.1916642891306184];
    expectAllNear(Array.from(panel.forecastFactors.slice(1)), factors);
    expectNear(result.windows[0]!.car, 0.000335928058081688);
    expectNear(panel.windowFactors[0], 7.540719855095439);
  });

  it('have residuals of one session each, so that they are alike', () => {
    const panel = complete(buildPanel([event()], options));
    const squares = Array.from(panel.abnormal.slice(0, 10)).reduce((sum, one) => sum + (one || 0) ** 2, 0);
    expectNear(Math.sqrt(squares / 5), panel.residualSd[0]!);
  });

  it('where there is no gap are returns as others', () => {
    const full = Float64Array.from(prices, (one, row) => one || prices[row - 1] || 101.9);
    const told = tradeToTrade(full, [Float64Array.from(market)]);
    expect(told.returns).toEqual(returnsOf(full));
    const { days } = event().series;
    const plain = { days, returns: told.returns, factors: told.factors };
    for (const model of ['market', 'meanAdjusted', 'factors'] as const) {
      const panels = [{ ...plain, spans: told.spans }, plain].map((series) =>
        complete(buildPanel([{ ...event(), series }], { ...options, model })),
      );
      const [spanning, ordinary] = panels.map((panel) => eventResult(panel, 0));
      expectAllNear(spanning!.ar, ordinary!.ar);
      expectAllNear(spanning!.sar, ordinary!.sar);
      expectNear(spanning!.windows[0]!.scar, ordinary!.windows[0]!.scar);
    }
  });

  it('are refused by models that cannot weigh them, and with spans that are none', () => {
    const refused = (model: 'dimson' | 'market' | 'marketAdjusted', series: Partial<StudyEvent['series']>) => () =>
      complete(buildPanel([event(series)], { ...options, model }));
    expect(refused('dimson', {})).toThrow(StudyError);
    expect(refused('dimson', {})).toThrow(/THIN has returns from trade to trade, which the dimson model cannot weigh/);
    expect(refused('marketAdjusted', {})).toThrow(
      /the market-adjusted model .* market, mean-adjusted or factors model\./,
    );
    expect(refused('market', { spans: new Float64Array(3) })).toThrow(/16 returns beside 16, 16, 3/);
    expect(refused('market', { spans: new Float64Array(16) })).toThrow(/at least 1/);
  });
});

describe('returns that already go over their gaps', () => {
  const market = Float64Array.of(0.01, 0.02, -0.01, 0.04, 0.05, 0.06);

  it('stay as they are, whatever they are; only the factors are compounded over the same rows', () => {
    // A firm that lost everything, over two sessions, and was traded on: no later return may suffer from it.
    const returns = Float64Array.of(0.1, NONE, -1, 0.3, 0.7, NONE);
    const traded = overGaps(returns, [market]);
    expect(traded.returns).toBe(returns);
    expect(Array.from(traded.spans)).toEqual([1, 1, 2, 1, 1, 1]);
    // 1.02 x 0.99 - 1, and else the market's own.
    const [factor] = traded.factors;
    expect(factor![2]).toBeCloseTo(0.0098, 15);
    expect([0, 3, 4].map((row) => factor![row])).toEqual([0.01, 0.04, 0.05]);
  });

  it('add logarithms up', () => {
    const [factor] = overGaps(Float64Array.of(0.1, NONE, NONE, 0.3), [market.slice(0, 4)], 'log').factors;
    expect(factor![3]).toBeCloseTo(0.02 - 0.01 + 0.04, 15);
  });

  it('have no gap before the first of them: the firm was not traded yet', () => {
    const { spans, factors } = overGaps(Float64Array.of(NONE, NONE, 0.1, 0.2), [market.slice(0, 4)]);
    expect(Array.from(spans)).toEqual([1, 1, 1, 1]);
    expect(Array.from(factors[0]!)).toEqual([0.01, 0.02, -0.01, 0.04]);
  });

  it('have no factor over a gap in which it lacks a session', () => {
    const { factors } = overGaps(Float64Array.of(0.1, NONE, 0.3), [Float64Array.of(0.01, NONE, 0.02)]);
    expect(factors[0]![2]).toBeNaN();
  });
});
