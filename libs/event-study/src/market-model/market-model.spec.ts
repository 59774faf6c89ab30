import fc from 'fast-check';
import { abnormalReturnOn, cumulativeAbnormalReturn, estimateMarketModel, leastSquares } from '../index';

describe('the market model', () => {
  it('finds a line that is there', () => {
    const model = estimateMarketModel(Float64Array.of(0.01, 0.03, 0.02), Float64Array.of(0, 0.02, 0.01))!;
    expect(model).toEqual({
      ...{ alpha: expect.closeTo(0.01, 12), beta: expect.closeTo(1, 12), residualSd: expect.closeTo(0, 12) },
      ...{ observations: 3, meanMarket: expect.closeTo(0.01, 12), ssx: expect.closeTo(0.0002, 12) },
    });
  });

  it("agrees with R's lm(dist ~ speed, cars)", () => {
    // coef(fit), sigma(fit) as R 4 prints them; the data set has 50 rows, of Ezekiel (1930).
    const speed = [
      4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16, 17, 17,
      17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
    ];
    const dist = [
      2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32, 40, 32,
      40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
    ];
    const model = estimateMarketModel(Float64Array.from(dist), Float64Array.from(speed))!;
    expect(model).toMatchObject({
      observations: 50,
      alpha: expect.closeTo(-17.579095, 6),
      beta: expect.closeTo(3.932409, 6),
    });
    expect(model.residualSd).toBeCloseTo(15.37959, 5);
    // predict(fit, data.frame(speed = 21), se.fit = TRUE): se.fit 3.107 and sigma give the forecast's standard error.
    const forecast = abnormalReturnOn(model, 100, 21)!;
    const fitted = -17.579095 + 3.932409 * 21;
    expect(forecast.abnormalReturn).toBeCloseTo(100 - fitted, 4);
  });

  it('leaves out rows in which either side has no return', () => {
    const own = [0.01, Number.NaN, 0.03, 0.9, 0.02, 0.04];
    const market = [0, 0.5, 0.02, Number.NaN, 0.01, 0.025];
    const bare = [0, 2, 4, 5];
    expect(estimateMarketModel(Float64Array.from(own), Float64Array.from(market))).toEqual(
      estimateMarketModel(
        Float64Array.from(bare, (i) => own[i]!),
        Float64Array.from(bare, (i) => market[i]!),
      ),
    );
  });

  it('is null with fewer than three rows, or where the market stood still', () => {
    expect(estimateMarketModel(Float64Array.of(0.01, 0.02), Float64Array.of(0.01, 0.02))).toBeNull();
    expect(estimateMarketModel(Float64Array.of(0.01, 0.02, 0.03), Float64Array.of(0.5, 0.5, 0.5))).toBeNull();
  });

  it('refuses sides of different length', () => {
    expect(() => estimateMarketModel(new Float64Array(3), new Float64Array(2))).toThrow(RangeError);
  });

  it('keeps its digits where the returns are small beside their mean', () => {
    const x = Array.from({ length: 100 }, (_, i) => ((i * 37) % 100) * 1e-6);
    const y = x.map((one, i) => 2 * one + (i % 2) * 1e-7);
    const near = estimateMarketModel(Float64Array.from(y), Float64Array.from(x))!;
    const far = estimateMarketModel(
      Float64Array.from(y, (one) => one + 1_000),
      Float64Array.from(x, (one) => one + 1_000),
    )!;
    expect(far.beta).toBeCloseTo(near.beta, 6);
  });

  it('agrees with least squares by QR where a first row stands far out, and where the line explains almost all', () => {
    const days = fc.array(fc.tuple(fc.integer({ min: -999, max: 999 }), fc.integer({ min: -999, max: 999 })), {
      minLength: 20,
      maxLength: 60,
    });
    const noise = fc.constantFrom(1, 1e-2, 1e-5);
    fc.assert(
      fc.property(days, noise, fc.constantFrom(1, 1e3), (rows, size, out) => {
        const x = Float64Array.from(rows, ([one], row) => (row === 0 ? out : one / 1e4));
        const y = x.map((one, row) => 0.001 + 1.3 * one + (size * rows[row]![1]) / 1e4);
        const model = estimateMarketModel(y, x);
        const fit = leastSquares([new Float64Array(x.length).fill(1), x], y);
        fc.pre(model !== null && fit.outcome === 'fit' && fit.residualSd! > 1e-7);
        if (model === null || fit.outcome !== 'fit') return;
        expect(model.beta).toBeCloseTo(fit.coefficients[1]!, 10);
        expect(model.residualSd / fit.residualSd!).toBeCloseTo(1, 7);
      }),
    );
  });
});

describe('abnormal returns', () => {
  const model = { alpha: 0.001, beta: 1.5, residualSd: 0.01, observations: 100, meanMarket: 0.002, ssx: 0.04 };

  it('of one day have the forecast-error factor 1 + 1/M + (Rm - mean)²/SSX', () => {
    const { abnormalReturn, tStatistic, days } = abnormalReturnOn(model, 0.05, 0.012)!;
    expect(abnormalReturn).toBeCloseTo(0.05 - 0.001 - 1.5 * 0.012, 15);
    expect(tStatistic).toBeCloseTo(0.031 / (0.01 * Math.sqrt(1 + 0.01 + 0.01 ** 2 / 0.04)), 12);
    expect(days).toBe(1);
  });

  it('of a window have the factor L + L²/M + (Σ(Rm - mean))²/SSX', () => {
    const sum = cumulativeAbnormalReturn(
      model,
      Float64Array.of(0.01, 0.02, -0.01),
      Float64Array.of(0.002, 0.012, 0.022),
    )!;
    const expected = 0.02 - 3 * 0.001 - 1.5 * 0.036;
    expect(sum.abnormalReturn).toBeCloseTo(expected, 15);
    expect(sum.tStatistic).toBeCloseTo(expected / (0.01 * Math.sqrt(3 + 9 / 100 + 0.03 ** 2 / 0.04)), 12);
  });

  it('sum the usable days alone, and are null without one', () => {
    const gap = cumulativeAbnormalReturn(model, Float64Array.of(0.01, Number.NaN), Float64Array.of(0.002, 0.002));
    expect(gap).toEqual(abnormalReturnOn(model, 0.01, 0.002));
    expect(abnormalReturnOn(model, Number.NaN, 0.01)).toBeNull();
  });

  it('have no t where the model left no residual', () => {
    expect(abnormalReturnOn({ ...model, residualSd: 0 }, 0.05, 0.01)!.tStatistic).toBeNull();
  });

  it('sum to nothing over the estimation window itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: -0.1, max: 0.1, noNaN: true }), fc.integer({ min: -50, max: 50 })), {
          minLength: 5,
          maxLength: 50,
        }),
        (rows) => {
          const own = Float64Array.from(rows, ([one]) => one);
          const market = Float64Array.from(rows, ([, one]) => one / 1_000);
          const fitted = estimateMarketModel(own, market);
          if (fitted === null) return;
          expect(cumulativeAbnormalReturn(fitted, own, market)!.abnormalReturn).toBeCloseTo(0, 10);
        },
      ),
    );
  });
});
