import { exchange } from '..';
import {
  closedWeekdays,
  date,
  easter,
  easterMonday,
  goodFriday,
  irregularSessions,
  plusDays,
  sessionBefore,
  weekdays,
  yearsOf,
} from '../../test/holiday-rules';

const xetr = exchange('XETR');

function holidaysOf(year: number): string[] {
  const whitMonday = year === 2007 || (year >= 2015 && year <= 2021);
  const germanUnity = year >= 2014 && year <= 2021;
  return [
    date(year, 1, 1),
    goodFriday(year),
    easterMonday(year),
    date(year, 5, 1),
    ...(whitMonday ? [plusDays(easter(year), 50)] : []),
    ...(germanUnity ? [date(year, 10, 3)] : []),
    ...[24, 25, 26, 31].map((day) => date(year, 12, day)),
  ];
}

describe('XETR', () => {
  it('is closed on its holidays, which are not made up for, and on Reformation Day of 2017', () => {
    const expected = weekdays([...yearsOf(xetr).flatMap(holidaysOf), '2017-10-31']);
    expect(closedWeekdays(xetr)).toEqual(expected);
  });

  it('closes at two on the last session of a year, from 2010 on', () => {
    const years = yearsOf(xetr).filter((year) => year >= 2010);
    const expected = years.map((year) => `${sessionBefore(xetr, date(year, 12, 31))} 09:00-14:00`);
    expect(irregularSessions(xetr, '1990-01-01', '09:00-17:30')).toEqual(expected);
  });

  it('opens at nine by Berlin’s clock, in winter and in summer', () => {
    expect(new Date(xetr.hours('2025-10-24').open).toISOString()).toBe('2025-10-24T07:00:00.000Z');
    expect(new Date(xetr.hours('2025-10-27').open).toISOString()).toBe('2025-10-27T08:00:00.000Z');
  });
});
