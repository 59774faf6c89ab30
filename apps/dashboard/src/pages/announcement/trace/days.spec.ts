import type { ReactionDay } from '../answers';
import { carOf, carSummary } from './car';
import { rowsOf } from './day-rows';

/* Day 0 of the Amazon case, and what windows [0,0] and [-1,0] are by the same model; the market caps are as filed. */
function dayOf(day: number, figures: Partial<ReactionDay>): ReactionDay {
  const none = {
    ...{ totalReturn: null, benchmarkReturn: null, abnormalReturn: null, standardError: null, cumulativeReturn: null },
    ...{ cumulativeTotalReturn: null, cumulativeBenchmarkReturn: null, cumulativeAbnormalReturn: null, shares: null },
    ...{ cumulativeStandardError: null, marketCap: null, sinceBase: null, run: null, close: null, return: null },
  };
  return { ...none, day, session: `2026-02-0${day + 6}`, ...figures };
}

const days = [
  dayOf(-2, { marketCap: 2_490_713_427_902 }),
  dayOf(-1, { marketCap: 2_380_604_203_489, return: -0.0442, cumulativeReturn: -0.0442 }),
  dayOf(0, {
    ...{ marketCap: 2_248_366_231_433, return: -0.055548, abnormalReturn: -0.0803813, standardError: 0.0147534 },
    ...{ cumulativeReturn: -0.0973, cumulativeAbnormalReturn: -0.1074, cumulativeStandardError: 0.0208 },
  }),
  dayOf(1, {}),
];
const shown = days.slice(1);

describe('the reaction table', () => {
  it('tells each day by itself', () => {
    const day0 = rowsOf('daily', days, shown)[1]!;
    expect(day0.return).toBe(-0.055548);
    expect(day0.tStatistic).toBeCloseTo(-5.4483, 3);
    expect(day0.marketCapChange! / 1e9).toBeCloseTo(-132.2, 1);
  });

  it('cumulates from the close before its first day', () => {
    const day0 = rowsOf('cumulative', days, shown)[1]!;
    expect(day0.return).toBe(-0.0973);
    expect(day0.tStatistic).toBeCloseTo(-0.1074 / 0.0208);
    expect(day0.marketCapChange! / 1e9).toBeCloseTo(-242.3, 1);
  });

  it('knows nothing of a day without a bar', () => {
    const nothing = { return: null, abnormalReturn: null, tStatistic: null, marketCapChange: null };
    expect(rowsOf('daily', days, shown)[2]).toMatchObject(nothing);
  });
});

describe('the curve of cumulative abnormal returns', () => {
  it('has a band of 1.96 standard errors, as far as figures reach', () => {
    const car = carOf(days);
    expect(car.map(({ day }) => day)).toEqual([0]);
    expect(car[0]!.low).toBeCloseTo(-0.1074 - 1.96 * 0.0208);
    expect(carSummary(car)).toBe('Cumulative abnormal return: −10.74% to day 0 (band −14.82% to −6.66%).');
  });
});
