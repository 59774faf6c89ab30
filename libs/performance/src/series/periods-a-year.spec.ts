import { exchange } from '@streakline/market-time';
import { periodsAYearOf } from '../index';

const monthEnds = Array.from({ length: 36 }, (_, at) => new Date(Date.UTC(2020, at + 1, 0)).toISOString().slice(0, 10));
const everyDay = (count: number, step = 1) =>
  Array.from({ length: count }, (_, at) => new Date(Date.UTC(2020, 0, 1 + at * step)).toISOString().slice(0, 10));

describe('periods a year', () => {
  it.each([
    ['sessions of a year', exchange('XNYS').sessions('2025-01-01', '2025-12-31'), 252],
    ['sessions of a month with a holiday', exchange('XNYS').sessions('2026-01-02', '2026-02-05'), 252],
    ['every day', everyDay(400), 365],
    ['weeks', everyDay(60, 7), 52],
    ['months', monthEnds, 12],
    ['quarters', monthEnds.filter((_, at) => at % 3 === 2), 4],
    ['a handful of days', everyDay(5), 252],
    ['a single one', ['2026-02-27'], 252],
  ])('of %s are told by their dates', (_, dates, periods) => {
    expect(periodsAYearOf(dates)).toBe(periods);
  });
});
