import { exchange } from '..';
import {
  closedWeekdays,
  date,
  goodFriday,
  irregularSessions,
  isWeekend,
  last,
  madeUpFor,
  nth,
  weekdayOf,
  plusDays,
  weekdays,
  yearsOf,
} from '../../test/holiday-rules';

const xtse = exchange('XTSE');
const MONDAY = 1;

/** The Monday before May 25. */
function victoriaDay(year: number): string {
  const eve = date(year, 5, 24);
  return plusDays(eve, -((weekdayOf(eve) + 6) % 7));
}

function holidaysOf(year: number): string[] {
  return [
    ...madeUpFor([date(year, 1, 1)]),
    ...(year >= 2008 ? [nth(3, MONDAY, year, 2)] : []), // Family Day of Ontario
    goodFriday(year),
    victoriaDay(year),
    ...madeUpFor([date(year, 7, 1)]),
    nth(1, MONDAY, year, 8),
    nth(1, MONDAY, year, 9),
    nth(2, MONDAY, year, 10),
    ...madeUpFor([date(year, 12, 25), date(year, 12, 26)]),
  ];
}

describe('XTSE', () => {
  it('is closed on its holidays and on 2001-09-11 and 12', () => {
    const expected = weekdays([...yearsOf(xtse).flatMap(holidaysOf), '2001-09-11', '2001-09-12']);
    expect(closedWeekdays(xtse)).toEqual(expected);
  });

  it('closes at one o’clock on Christmas Eve, from 2010 on', () => {
    const eves = yearsOf(xtse).map((year) => date(year, 12, 24));
    const expected = eves.filter((eve) => eve >= '2010' && !isWeekend(eve)).map((eve) => `${eve} 09:30-13:00`);
    expect(irregularSessions(xtse, '1990-01-01', '09:30-16:00')).toEqual(expected);
  });

  it('traded through the American Thanksgiving of 2025 and rested on its own', () => {
    expect(xtse.isSession('2025-11-27')).toBe(true);
    expect(xtse.isSession(last(MONDAY, 2025, 10))).toBe(true);
    expect(xtse.isSession('2025-10-13')).toBe(false);
  });
});
