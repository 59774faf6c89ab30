import { exchange } from '..';
import {
  closedWeekdays,
  date,
  goodFriday,
  irregularSessions,
  last,
  localHours,
  nth,
  plusDays,
  weekdayOf,
  weekdays,
  yearsOf,
} from '../../test/holiday-rules';

const xnys = exchange('XNYS');
const MONDAY = 1;
const THURSDAY = 4;

/** NYSE Rule 7.2: a holiday on a Saturday is kept on the Friday before, one on a Sunday on the Monday after. */
function kept(holiday: string): string {
  return plusDays(holiday, { 6: -1, 0: 1 }[weekdayOf(holiday)] ?? 0);
}

function holidaysOf(year: number): string[] {
  const newYear = date(year, 1, 1);
  return [
    // Not on a Friday: it would be the last session of an accounting year.
    weekdayOf(newYear) === 6 ? newYear : kept(newYear),
    ...(year >= 1998 ? [nth(3, MONDAY, year, 1)] : []),
    nth(3, MONDAY, year, 2),
    goodFriday(year),
    last(MONDAY, year, 5),
    ...(year >= 2022 ? [kept(date(year, 6, 19))] : []),
    kept(date(year, 7, 4)),
    nth(1, MONDAY, year, 9),
    nth(4, THURSDAY, year, 11),
    kept(date(year, 12, 25)),
  ];
}

const adHocClosures = [
  '1994-04-27',
  '2001-09-11',
  '2001-09-12',
  '2001-09-13',
  '2001-09-14',
  '2004-06-11',
  '2007-01-02',
  '2012-10-29',
  '2012-10-30',
  '2018-12-05',
  '2025-01-09',
];

/** One o'clock on the eve of Independence Day and of Christmas, and on the day after Thanksgiving. */
function halfDaysOf(year: number): string[] {
  const julyThird = date(year, 7, 3);
  const onWednesday = weekdayOf(julyThird) === 3;
  return [
    // Up to 2012 the Friday after a Thursday's Independence Day was the half day instead.
    onWednesday && year < 2013 ? date(year, 7, 5) : julyThird,
    plusDays(nth(4, THURSDAY, year, 11), 1),
    date(year, 12, 24),
  ].filter((day) => weekdayOf(day) % 6 !== 0 && !holidaysOf(year).includes(day));
}

describe('XNYS', () => {
  it('has 9,820 sessions from 1990-01-02 to 2028-12-29', () => {
    const sessions = xnys.sessions('1990-01-01', '2028-12-31');
    expect([sessions.length, sessions[0], sessions.at(-1)]).toEqual([9820, '1990-01-02', '2028-12-29']);
  });

  it('is closed on the holidays that its rules give and on eleven days besides', () => {
    expect(closedWeekdays(xnys)).toEqual(weekdays([...yearsOf(xnys).flatMap(holidaysOf), ...adHocClosures]));
  });

  it('closes at one o’clock on the half days that its habits give, from 2000 on, and at odd hours on a few days besides', () => {
    const halfDays = yearsOf(xnys)
      .filter((year) => year >= 2000)
      .flatMap(halfDaysOf);
    const odd = [
      '2001-09-17 09:33-16:00',
      '2001-10-08 09:31-16:00',
      '2002-09-11 12:00-16:00',
      '2003-03-20 09:32-16:00',
      '2003-12-26 09:30-13:00',
      '2004-06-07 09:32-16:00',
      '2005-06-01 09:30-15:56',
      '2006-12-27 09:32-16:00',
    ];
    const expected = [...halfDays.map((day) => `${day} 09:30-13:00`), ...odd].sort();
    expect(irregularSessions(xnys, '2000-01-01', '09:30-16:00')).toEqual(expected);
  });

  it.each([
    ['1990-12-24', '09:30-14:00'], // half days closed at two before 1993
    ['1992-11-27', '09:30-14:00'],
    ['1993-11-26', '09:30-13:00'],
    ['1990-12-27', '11:00-16:00'], // a fire in a power station
    ['1994-02-11', '09:30-14:30'], // snow
    ['1995-12-18', '10:30-16:00'], // computers
    ['1996-01-08', '11:00-14:00'], // the blizzard of 1996
    ['1997-10-27', '09:30-15:30'], // the circuit breaker's only use
    ['1999-12-31', '09:30-13:00'],
  ])('traded on %s during %s', (session, hours) => {
    expect(localHours(xnys)(session)).toBe(hours);
  });

  it('kept no Presidents’ Day session on 2026-02-16, between two sessions', () => {
    expect(xnys.sessions('2026-02-13', '2026-02-17')).toEqual(['2026-02-13', '2026-02-17']);
  });
});
