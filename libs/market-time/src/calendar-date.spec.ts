import * as fc from 'fast-check';
import { fromDay, toDay } from './calendar-date';
import { NotADateError } from './calendar-errors';

const dayMillis = 24 * 60 * 60 * 1000;
const isoDate = (day: number) => new Date(day * dayMillis).toISOString().slice(0, 10);
const firstDay = Date.parse('0000-01-01') / dayMillis;
const lastDay = Date.parse('9999-12-31') / dayMillis;
const anyDay = fc.integer({ min: firstDay, max: lastDay });

describe('toDay and fromDay', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-02-29', 11016],
    ['2000-03-01', 11017],
    ['2026-02-27', 20511],
    ['0000-01-01', firstDay],
    ['9999-12-31', lastDay],
  ])('place %s on day %d', (date, day) => {
    expect([toDay(date), fromDay(day)]).toEqual([day, date]);
  });

  it('agree with Date on every day of a four-digit year', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect([fromDay(day), toDay(isoDate(day))]).toEqual([isoDate(day), day]);
      }),
    );
  });

  it.each(['', '2026-2-27', '20260227', '2026-02-30', '2025-02-29', '1900-02-29', '2026-13-01', '2026-00-10'])(
    'refuse %j and say what to write',
    (text) => {
      expect(() => toDay(text)).toThrow(NotADateError);
      expect(() => toDay(text)).toThrow(`${JSON.stringify(text)} is not a date. Write YYYY-MM-DD`);
    },
  );

  it.each(['2026-02-27T00:00:00Z', ' 2026-02-27', '2026/02/27', '+026-02-27', '2026-01-00', '２026-02-27'])(
    'take nothing but a bare date: not %j',
    (text) => {
      expect(() => toDay(text)).toThrow(NotADateError);
    },
  );

  it('write no day outside the years 0000 to 9999, and no fraction of one', () => {
    for (const day of [firstDay - 1, lastDay + 1, 0.5, Number.NaN]) expect(() => fromDay(day)).toThrow(NotADateError);
  });
});
