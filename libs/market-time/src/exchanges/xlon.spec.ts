import { exchange } from '..';
import {
  closedWeekdays,
  date,
  easterMonday,
  goodFriday,
  irregularSessions,
  last,
  madeUpFor,
  nth,
  sessionBefore,
  weekdays,
  yearsOf,
} from '../../test/holiday-rules';

const xlon = exchange('XLON');
const MONDAY = 1;

/** Bank holidays that a proclamation moved. */
const moved: Readonly<Record<number, { readonly early?: string; readonly spring?: string }>> = {
  1995: { early: '1995-05-08' }, // VE Day, 50 years
  2002: { spring: '2002-06-04' }, // Golden Jubilee
  2012: { spring: '2012-06-04' }, // Diamond Jubilee
  2020: { early: '2020-05-08' }, // VE Day, 75 years
  2022: { spring: '2022-06-02' }, // Platinum Jubilee
};
const added = ['1999-12-31', '2002-06-03', '2011-04-29', '2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08'];

/** The Banking and Financial Dealings Act 1971, and what was proclaimed under it. */
function holidaysOf(year: number): string[] {
  const { early = nth(1, MONDAY, year, 5), spring = last(MONDAY, year, 5) } = moved[year] ?? {};
  const movable = [goodFriday(year), easterMonday(year), early, spring, last(MONDAY, year, 8)];
  return [...movable, ...madeUpFor([date(year, 1, 1)]), ...madeUpFor([date(year, 12, 25), date(year, 12, 26)])];
}

describe('XLON', () => {
  it('is closed on the bank holidays of England and Wales', () => {
    expect(closedWeekdays(xlon)).toEqual(weekdays([...yearsOf(xlon).flatMap(holidaysOf), ...added]));
  });

  it('closes at half past twelve on the last session before Christmas and before New Year', () => {
    const years = yearsOf(xlon);
    const halfDays = years.flatMap((year) => [
      sessionBefore(xlon, date(year, 12, 25)),
      // The eve of 2000 was a holiday itself, and no session was shortened for it.
      ...(year === 1999 ? [] : [year === 2027 ? '2027-12-31' : sessionBefore(xlon, date(year + 1, 1, 1))]),
    ]);
    const expected = halfDays.map((day) => `${day} 08:00-12:30`);
    expect(irregularSessions(xlon, '1990-01-01', '08:00-16:30')).toEqual(expected);
  });

  it('opens at eight by London’s clock: an hour earlier in UTC during summer time', () => {
    expect(new Date(xlon.hours('2026-03-27').open).toISOString()).toBe('2026-03-27T08:00:00.000Z');
    expect(new Date(xlon.hours('2026-03-30').open).toISOString()).toBe('2026-03-30T07:00:00.000Z');
  });
});
