import { exchange } from '..';
import {
  closedWeekdays,
  date,
  irregularSessions,
  localHours,
  nth,
  plusDays,
  weekdayOf,
  weekdays,
  yearsOf,
} from '../../test/holiday-rules';

const xtks = exchange('XTKS');
const MONDAY = 1;

/** The days of the equinoxes, 1980 to 2099, by the usual approximation of the National Astronomical Observatory's. */
function equinox(year: number, month: 3 | 9): string {
  const start = month === 3 ? 20.8431 : 23.2488;
  return date(year, month, Math.floor(start + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4)));
}

/** Days that the Olympic Games of Tokyo moved, and days of the accession of 2019. */
const moved: Readonly<Record<number, { marine: string; mountain: string; sports: string }>> = {
  2020: { marine: '2020-07-23', mountain: '2020-08-10', sports: '2020-07-24' },
  2021: { marine: '2021-07-22', mountain: '2021-08-08', sports: '2021-07-23' },
};

/** The Act on National Holidays, as it stood in a year. */
function nationalHolidays(year: number): string[] {
  const usual = {
    marine: year < 2003 ? date(year, 7, 20) : nth(3, MONDAY, year, 7),
    mountain: date(year, 8, 11),
    sports: year < 2000 ? date(year, 10, 10) : nth(2, MONDAY, year, 10),
  };
  const { marine, mountain, sports } = moved[year] ?? usual;
  return [
    date(year, 1, 1),
    year < 2000 ? date(year, 1, 15) : nth(2, MONDAY, year, 1),
    date(year, 2, 11),
    ...(year >= 2020 ? [date(year, 2, 23)] : []),
    equinox(year, 3),
    date(year, 4, 29),
    ...(year === 2019 ? ['2019-05-01', '2019-10-22'] : []),
    date(year, 5, 3),
    ...(year >= 2007 ? [date(year, 5, 4)] : []),
    date(year, 5, 5),
    marine,
    ...(year >= 2016 ? [mountain] : []),
    year < 2003 ? date(year, 9, 15) : nth(3, MONDAY, year, 9),
    equinox(year, 9),
    sports,
    date(year, 11, 3),
    date(year, 11, 23),
    ...(year <= 2018 ? [date(year, 12, 23)] : []),
  ];
}

/** A holiday on a Sunday is made up for on the next day that is none; a day between two holidays becomes one. */
function holidaysOf(year: number): string[] {
  const national = nationalHolidays(year);
  const days = new Set(national);
  for (const sunday of national.filter((day) => weekdayOf(day) === 0)) {
    let substitute = sunday;
    while (days.has(substitute)) substitute = plusDays(substitute, 1);
    days.add(substitute);
  }
  const between = national.map((day) => plusDays(day, 1)).filter((day) => national.includes(plusDays(day, 1)));
  const yearEnd = [date(year, 1, 2), date(year, 1, 3), date(year, 12, 31)];
  return [...days, ...between, ...yearEnd];
}

describe('XTKS', () => {
  it('is closed on the national holidays, around New Year, and on the day that its system failed', () => {
    // No law of its year made 1998-05-06 a holiday; our source has it closed.
    const expected = weekdays([...yearsOf(xtks).flatMap(holidaysOf), '1998-05-06', '2020-10-01']);
    expect(closedWeekdays(xtks)).toEqual(expected);
  });

  it('rested for ten days in a row at the accession of 2019', () => {
    expect(xtks.sessions('2019-04-26', '2019-05-07')).toEqual(['2019-04-26', '2019-05-07']);
  });

  it('closes at three until 2024-11-01 and at half past three from 2024-11-05 on', () => {
    const hours = localHours(xtks);
    const sessions = xtks.sessions('1997-01-01', '2024-11-04');
    expect(new Set(sessions.map(hours))).toEqual(new Set(['09:00-15:00']));
    expect(sessions.at(-1)).toBe('2024-11-01');
    expect(irregularSessions(xtks, '2024-11-05', '09:00-15:30')).toEqual([]);
  });

  it('opens at midnight UTC all year', () => {
    for (const session of ['2026-01-05', '2026-07-01']) {
      expect(new Date(xtks.hours(session).open).toISOString()).toBe(`${session}T00:00:00.000Z`);
    }
  });
});
