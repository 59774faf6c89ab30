import { amazonCase } from '../../test/amazon-2026';
import { History } from '../../test/history';
import { abnormalFigures, type ReactionDay, reactionDays, reactionsOf, WINDOWS } from '../index';

const { amazon, spy } = amazonCase();
const known = amazon.known();
const benchmark = spy.known();
const earnings = reactionsOf(known)[0]!;
const daysFrom = (from: number, to: number) => reactionDays(known, benchmark, earnings, { from, to });
const dayOf = (days: readonly ReactionDay[], day: number) => days.find((one) => one.day === day)!;

describe('the days of a reaction', () => {
  it('sum to the figures of its windows', () => {
    const figures = abnormalFigures(known, benchmark, earnings);
    WINDOWS.forEach(({ from, to }, i) => {
      const days = daysFrom(from, to);
      const { abnormalReturn, tStatistic } = figures.windows[i]!;
      const last = days.at(-1)!;
      expect(last.cumulativeReturn).toBe(earnings.windows[i]!.return);
      expect(last.cumulativeTotalReturn).toBe(earnings.windows[i]!.totalReturn);
      expect(last.cumulativeAbnormalReturn).toBe(abnormalReturn);
      if (abnormalReturn === null) return;
      const sum = days.reduce((total, day) => total + day.abnormalReturn!, 0);
      expect(sum).toBeCloseTo(abnormalReturn, 12);
      expect(last.cumulativeAbnormalReturn! / last.cumulativeStandardError!).toBeCloseTo(tStatistic!, 12);
    });
    expect(figures.windows.filter(({ abnormalReturn }) => abnormalReturn !== null).length).toBeGreaterThan(3);
  });

  it('have the closes, the returns and the market cap of their sessions', () => {
    const day0 = dayOf(daysFrom(-5, 5), 0);
    expect(day0).toMatchObject({ session: '2026-02-06', close: 210.32, shares: 10_690_216_011 });
    expect(day0.return).toBe(earnings.return);
    expect(day0.marketCap).toBeCloseTo(210.32 * 10_690_216_011, 0);
    expect(day0.abnormalReturn! / day0.standardError!).toBeCloseTo(-5.45, 2);
  });

  it('tell from the base close on what of the market cap was price and what was the new share count', () => {
    const days = daysFrom(-1, 5);
    const [base, last] = [dayOf(days, -1), dayOf(days, 5)];
    expect(base.sinceBase).toBeNull();
    const { marketCapChange, priceEffect, shareCountEffect } = last.sinceBase!;
    expect(base.marketCap! + marketCapChange!).toBeCloseTo(last.marketCap!, 0);
    expect(priceEffect! + shareCountEffect!).toBeCloseTo(marketCapChange!, 0);
    expect(last.sinceBase!.return).toBeCloseTo(-0.10732, 4);
    expect(marketCapChange! / 1e9).toBeCloseTo(-246.6, 1);
  });

  it('know their place in the fall: three sessions of it came before the report', () => {
    const falls = daysFrom(-4, 7).flatMap(({ day, run }) => (run?.start === '2026-02-03' ? [{ day, run }] : []));
    expect(falls.map(({ day, run }) => [day, run.place])).toEqual(
      [-3, -2, -1, 0, 1, 2, 3, 4, 5].map((day, i) => [day, i + 1]),
    );
    expect(falls[0]?.run).toEqual({
      ...{ direction: 'falling', start: '2026-02-03', end: '2026-02-13', length: 9, lengthAtBase: 3, place: 1 },
    });
  });

  it('go on beyond the last bar without figures', () => {
    const last = daysFrom(0, 60).at(-1)!;
    expect(last).toMatchObject({ day: 60, close: null, return: null, marketCap: null, run: null, sinceBase: null });
  });

  it('have no abnormal figures without a benchmark', () => {
    const days = reactionDays(known, null, earnings, { from: 0, to: 1 });
    expect(days.map((day) => [day.return !== null, day.abnormalReturn, day.benchmarkReturn])).toEqual([
      [true, null, null],
      [true, null, null],
    ]);
  });

  it('have no figures over a missing bar, and cumulative ones none after it', () => {
    const history = new History().listed().closes('2021-03-01', [10, 11, 12, 15, null, 18, 20]);
    const halted = history.announced('news', { on: '2021-03-04', timing: 'preMarket' }).known();
    const days = reactionDays(halted, null, reactionsOf(halted)[0]!, { from: 0, to: 3 });
    expect(days.map(({ close }) => close)).toEqual([15, null, 18, 20]);
    expect(days.map((day) => day.return !== null)).toEqual([true, false, false, true]);
    expect(days.map((day) => day.cumulativeReturn !== null)).toEqual([true, false, false, false]);
    expect(days.map((day) => day.sinceBase !== null)).toEqual([true, false, false, false]);
  });

  it('are none where the calendar does not reach', () => {
    const before = new History().listed().closes('2021-03-01', [10, 11]).announced('old', { on: '1950-01-03' }).known();
    expect(reactionDays(before, null, reactionsOf(before)[0]!, { from: -5, to: 5 })).toEqual([]);
  });
});
