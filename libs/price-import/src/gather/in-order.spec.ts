import { toDay } from '@streakline/market-time';
import fc from 'fast-check';
import { inOrder } from './in-order';
import { PriceSeries } from './series';

const traits = {
  symbol: 'AMZN',
  isRef: false,
  isDated: false,
  source: 'test',
  basis: 'raw',
  dividendBasis: 'raw',
} as const;

function seriesOf(rows: readonly (readonly [date: string, close: number])[]): PriceSeries {
  const series = new PriceSeries(traits);
  rows.forEach(([date, close], index) =>
    series.setFigures(series.add(toDay(date), index + 2, 0), Number.NaN, Number.NaN, Number.NaN, close, Number.NaN),
  );
  return series;
}

describe('rows brought into order', () => {
  it('stand by day, newest first or in no order as they came', () => {
    const { rows } = inOrder(
      seriesOf([
        ['2026-02-05', 3],
        ['2026-02-03', 1],
        ['2026-02-04', 2],
      ]),
    );
    expect(rows.map(({ close, line }) => [close, line])).toEqual([
      [1, 3],
      [2, 4],
      [3, 2],
    ]);
  });

  it('count once what was said twice', () => {
    const { rows, repeated, atOdds } = inOrder(
      seriesOf([
        ['2026-02-03', 1],
        ['2026-02-03', 1],
        ['2026-02-04', 2],
      ]),
    );
    expect([rows.length, repeated, atOdds.length]).toEqual([2, 1, 0]);
  });

  it('hold neither of two different words on one day, and name each by the other', () => {
    const { rows, atOdds } = inOrder(
      seriesOf([
        ['2026-02-03', 1],
        ['2026-02-04', 2],
        ['2026-02-03', 1.5],
      ]),
    );
    expect(rows.map(({ close }) => close)).toEqual([2]);
    expect(atOdds.map(({ row, other }) => [row.line, other.line])).toEqual([
      [2, 4],
      [4, 2],
    ]);
  });

  it('are each day once, ascending, and lose no row, whatever comes', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 60 }), (said) => {
        const series = new PriceSeries(traits);
        said.forEach(([day, close], line) =>
          series.setFigures(series.add(day, line, 0), close, close, close, close, 0),
        );
        const { rows, repeated, atOdds } = inOrder(series);
        expect(rows.length + repeated + atOdds.length).toBe(said.length);
        expect(rows.every(({ day }, index) => index === 0 || rows[index - 1]!.day < day)).toBe(true);
      }),
    );
  });
});
