import { exchange } from '..';
import {
  closedWeekdays,
  date,
  easterMonday,
  goodFriday,
  irregularSessions,
  madeUpFor,
  nth,
  plusDays,
  sessionBefore,
  weekdayOf,
  weekdays,
  yearsOf,
} from '../../test/holiday-rules';

const xasx = exchange('XASX');
const MONDAY = 1;

/** The Monday on or after January 26 until 1992, none in our source in 1993, from 1994 on the day or the Monday after it. */
function australiaDay(year: number): string[] {
  if (year === 1993) return [];
  const day = date(year, 1, 26);
  return year < 1993 ? [plusDays(day, (8 - weekdayOf(day)) % 7)] : madeUpFor([day]);
}

/** Anzac Day is not made up for, but that of 2010 was; in 2011 it fell on Easter Monday. */
function anzacDay(year: number): string[] {
  return [date(year, 4, 25), ...(year === 2010 || year === 2011 ? [date(year, 4, 26)] : [])];
}

function holidaysOf(year: number): string[] {
  return [
    ...madeUpFor([date(year, 1, 1)]),
    ...australiaDay(year),
    goodFriday(year),
    easterMonday(year),
    ...anzacDay(year),
    nth(2, MONDAY, year, 6),
    ...madeUpFor([date(year, 12, 25), date(year, 12, 26)]),
  ];
}

describe('XASX', () => {
  it('is closed on the holidays of New South Wales that it keeps and on three days besides', () => {
    const added = ['1990-12-31', '1999-12-31', '2022-09-22'];
    expect(closedWeekdays(xasx)).toEqual(weekdays([...yearsOf(xasx).flatMap(holidaysOf), ...added]));
  });

  it('closes at ten past two on the last session before Christmas and before New Year, from 2010 on', () => {
    // Our source has no half days in 2022.
    const years = yearsOf(xasx).filter((year) => year >= 2010 && year !== 2022);
    const halfDays = years.flatMap((year) => [
      sessionBefore(xasx, date(year, 12, 25)),
      year === 2027 ? '2027-12-31' : sessionBefore(xasx, date(year + 1, 1, 1)),
    ]);
    const expected = halfDays.map((day) => `${day} 10:00-14:10`);
    expect(irregularSessions(xasx, '1990-01-01', '10:00-16:00')).toEqual(expected);
  });

  it('opens on the day before in UTC during the southern summer, and at midnight UTC in winter', () => {
    expect(new Date(xasx.hours('2026-04-02').open).toISOString()).toBe('2026-04-01T23:00:00.000Z');
    expect(new Date(xasx.hours('2026-04-07').open).toISOString()).toBe('2026-04-07T00:00:00.000Z');
  });

  it('knows that summer time began in August in the year of the Olympic Games of Sydney', () => {
    expect(new Date(xasx.hours('2000-08-25').open).toISOString()).toBe('2000-08-25T00:00:00.000Z');
    expect(new Date(xasx.hours('2000-08-28').open).toISOString()).toBe('2000-08-27T23:00:00.000Z');
  });
});
