import { idOf } from '@streakline/events';
import { exchange } from '@streakline/market-time';
import { History } from '../../test/history';
import { abnormalFigures, type Known, reactionsOf } from '../index';

const market = idOf('ins', ['market']);
/** Sessions -300 to 60 of 2021-03-04. */
const sessions = Array.from({ length: 361 }, (_, i) => exchange('XNYS').shift('2021-03-04', i - 300));

/** A tape whose daily returns are given, from 100 on; null is a missing bar. */
function tape(history: History, returns: readonly (number | null)[], from = 0): History {
  let price = 100;
  const bars = returns.flatMap((one, i) => {
    price *= 1 + (one ?? 0);
    return one === null ? [] : [{ session: sessions[from + i]!, close: price }];
  });
  return history.listed().bars({ sessions: bars.map(({ session }) => session), close: bars.map(({ close }) => close) });
}

const marketReturns = sessions.map((_, i) => [0.01, -0.005, 0.002, -0.01, 0.004][i % 5]!);
/** Twice the market and a tenth of a percent, give or take half a percent; 5% more on day 0. */
const ownReturns = marketReturns.map(
  (one, i) => 0.001 + 2 * one + (i % 2 === 0 ? 0.005 : -0.005) + (i === 300 ? 0.05 : 0),
);

function figuresOf(own: readonly (number | null)[], benchmark: readonly (number | null)[] | null, from = 0) {
  const history = tape(new History(), own, from).announced('news', { on: '2021-03-04', timing: 'preMarket' });
  const known: Known = history.known();
  const marketKnown = benchmark === null ? null : tape(new History(market), benchmark).known();
  return abnormalFigures(known, marketKnown, reactionsOf(known)[0]!);
}

describe('abnormal figures', () => {
  it('are what the market model does not expect', () => {
    const figures = figuresOf(ownReturns, marketReturns);
    expect(figures.model).toMatchObject({ estimationDays: 250, from: sessions[40], to: sessions[289] });
    expect(figures.model!.beta).toBeCloseTo(2, 1);
    expect(figures.abnormalReturn).toBeCloseTo(0.055, 3);
    expect(figures.benchmarkReturn).toBeCloseTo(0.01, 12);
    expect(figures.windows).toHaveLength(8);
    expect(figures.windows.every(({ tStatistic }) => Number.isFinite(tStatistic))).toBe(true);
    expect(figures.notes).toEqual([]);
  });

  it('need a benchmark', () => {
    expect(figuresOf(ownReturns, null)).toMatchObject({
      ...{
        benchmarkReturn: null,
        abnormalReturn: null,
        tStatistic: null,
        model: null,
        notes: [{ code: 'noBenchmark' }],
      },
    });
  });

  it('need 120 usable estimation days', () => {
    // Day -11 is row 289: tapes from row 169 and 170 on have their first return a row later.
    const enough = figuresOf(ownReturns.slice(169), marketReturns, 169);
    expect(enough.model).toMatchObject({ estimationDays: 120, from: sessions[170] });
    const short = figuresOf(ownReturns.slice(170), marketReturns, 170);
    expect(short).toMatchObject({ abnormalReturn: null, tStatistic: null, model: null });
    expect(short.benchmarkReturn).toBeCloseTo(0.01, 12);
    expect(short.notes).toEqual([{ code: 'shortEstimationWindow', usable: 119, needed: 120 }]);
    expect(short.windows.every(({ abnormalReturn }) => abnormalReturn === null)).toBe(true);
  });

  it('leave out days on which either tape has no one-session return', () => {
    const withGap = marketReturns.map((one, i) => (i === 100 ? null : one));
    // The day of the missing bar, and the one after it, whose return spans two sessions.
    expect(figuresOf(ownReturns, withGap).model).toMatchObject({ estimationDays: 248 });
  });

  it('are null in a window in which the benchmark lacks a bar, which is named', () => {
    const withGap = marketReturns.map((one, i) => (i === 303 ? null : one));
    const figures = figuresOf(ownReturns, withGap);
    const byWindow = new Map(figures.windows.map(({ from, to, abnormalReturn }) => [`${from} ${to}`, abnormalReturn]));
    expect(byWindow.get('0 1')).not.toBeNull();
    expect(byWindow.get('0 5')).toBeNull();
    expect(figures.notes).toEqual([{ code: 'missingBenchmarkBars', sessions: [sessions[303], sessions[304]] }]);
  });

  it('are null where the tape ends', () => {
    const figures = figuresOf(ownReturns.slice(0, 306), marketReturns);
    const complete = figures.windows.filter(({ abnormalReturn }) => abnormalReturn !== null);
    expect(complete.map(({ from, to }) => [from, to])).toEqual([
      [0, 0],
      [0, 1],
      [-1, 1],
      [0, 5],
      [-5, 5],
    ]);
  });
});
