import { exchange } from '..';
import {
  closedWeekdays,
  date,
  easterMonday,
  goodFriday,
  irregularSessions,
  isWeekend,
  localHours,
  plusDays,
  weekdayOf,
  weekdays,
  yearsOf,
} from '../../test/holiday-rules';

const xhkg = exchange('XHKG');
const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

/** The date of a day of the Chinese calendar, by the tables of ICU. */
function lunar(year: number, month: number, day: number): string {
  let found = date(year, 1, 20);
  while (chinese.format(Date.parse(found)) !== `${month}/${day}`) found = plusDays(found, 1);
  return found;
}

/** The solar term that ends on the sun's longitude of 15 degrees, 1900 to 2099, by the usual approximation. */
function chingMing(year: number): string {
  const start = year < 2000 ? 5.59 : 4.81;
  return date(year, 4, Math.floor((year % 100) * 0.2422 + start) - Math.floor((year % 100) / 4));
}

/** Three days; for one on a Sunday the eve until 2011, the fourth day since. */
function lunarNewYear(year: number): string[] {
  const first = lunar(year, 1, 1);
  const days = [first, plusDays(first, 1), plusDays(first, 2)];
  if (!days.some((day) => weekdayOf(day) === 0)) return days;
  return [...days, year < 2012 ? plusDays(first, -1) : plusDays(first, 3)];
}

/** The day after the Mid-Autumn Festival; until 2011 the festival itself, a Saturday, if that day is a Sunday. */
function afterMidAutumn(year: number): string[] {
  const day = plusDays(lunar(year, 8, 15), 1);
  return weekdayOf(day) === 0 && year < 2012 ? [] : [day];
}

/** The General Holidays Ordinance: what falls on a Sunday, or on another holiday, moves to the next day that is none. */
function holidaysOf(year: number): string[] {
  const fixed = [goodFriday(year), plusDays(goodFriday(year), 1), easterMonday(year), ...lunarNewYear(year)];
  const days = new Set(fixed);
  const movable = [
    ...[date(year, 1, 1), chingMing(year), date(year, 5, 1), lunar(year, 4, 8), lunar(year, 5, 5), date(year, 7, 1)],
    ...[date(year, 10, 1), ...afterMidAutumn(year), lunar(year, 9, 9), date(year, 12, 25), date(year, 12, 26)],
  ];
  const certain = movable.filter((day) => weekdayOf(day) !== 0);
  for (const day of [...movable].sort()) {
    let kept = day;
    const isTaken = (candidate: string) =>
      days.has(candidate) || (candidate !== day && certain.includes(candidate)) || weekdayOf(candidate) === 0;
    while (isTaken(kept)) kept = plusDays(kept, 1);
    days.add(kept);
  }
  return [...days];
}

const storms = [
  ...['1999-09-16', '2001-07-06', '2001-07-25', '2008-08-06', '2008-08-22', '2011-09-29', '2013-08-14'],
  ...['2016-08-02', '2016-10-21', '2017-08-23', '2020-10-13', '2021-10-13', '2023-07-17', '2023-09-01', '2023-09-08'],
  '2024-09-06',
];
const otherClosures = ['1999-12-31', '2015-09-03'];

describe('XHKG', () => {
  // ICU puts the New Year of 2027, whose new moon comes minutes before midnight in China, a day too late.
  it('is closed on the general holidays of 1999 to 2026, and for storms', () => {
    const years = yearsOf(xhkg).filter((year) => year >= 1999 && year <= 2026);
    const expected = weekdays([...years.flatMap(holidaysOf), ...storms, ...otherClosures]);
    expect(closedWeekdays(xhkg).filter((day) => day >= '1999' && day < '2027')).toEqual(expected);
  });

  it('is closed on the holidays of western and Chinese New Year, Easter, the Dragon Boat and Christmas in all years', () => {
    const years = yearsOf(xhkg).filter((year) => year <= 2026);
    const holidays = years.flatMap((year) => [
      ...[date(year, 1, 1), goodFriday(year), easterMonday(year), lunar(year, 5, 5), date(year, 12, 25)],
      ...[lunar(year, 1, 1), plusDays(lunar(year, 1, 1), 1)],
    ]);
    expect(weekdays(holidays).filter((day) => xhkg.isSession(day))).toEqual([]);
    expect(xhkg.sessions('2027-02-04', '2027-02-10')).toEqual(['2027-02-04', '2027-02-05', '2027-02-10']);
  });

  it('rested for the handover of 1997', () => {
    expect(xhkg.sessions('1997-06-27', '1997-07-03')).toEqual(['1997-06-27', '1997-07-03']);
  });

  it('opens at ten until 2011-03-04 and half an hour earlier from 2011-03-07 on; its midday break is no close', () => {
    const hours = localHours(xhkg);
    expect([hours('2011-03-04'), hours('2011-03-07')]).toEqual(['10:00-16:00', '09:30-16:00']);
    expect(xhkg.dayZero({ at: Date.parse('2026-03-02T12:30:00+08:00') })).toMatchObject({
      timing: 'intraday',
      day0: '2026-03-02',
    });
  });

  it('closes at noon on the eves of Christmas, of New Year and, from 2013 on, of Chinese New Year', () => {
    const eves = yearsOf(xhkg)
      .filter((year) => year >= 2012 && year <= 2026)
      .flatMap((year) => [
        ...(year < 2013 ? [] : [plusDays(lunar(year, 1, 1), -1)]),
        ...[date(year, 12, 24), date(year, 12, 31)],
      ]);
    const halfDays = eves.filter((eve) => !isWeekend(eve)).map((eve) => `${eve} 09:30-12:00`);
    const expected = [...halfDays, '2027-02-05 09:30-12:00', '2027-12-24 09:30-12:00', '2027-12-31 09:30-12:00'];
    expect(irregularSessions(xhkg, '2012-01-01', '09:30-16:00')).toEqual(expected);
  });
});
