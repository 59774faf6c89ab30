import { isBusinessDay, isFederalHoliday, nextBusinessDay } from './business-days';

/** Published by the U.S. Office of Personnel Management, opm.gov/policy-data-oversight/pay-leave/federal-holidays. */
const PUBLISHED = {
  2021: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2023: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
};

describe("EDGAR's business days", () => {
  it.each(Object.entries(PUBLISHED))(
    'leave out the federal holidays of %s, as they were observed',
    (year, published) => {
      const observed = daysOf(Number(year)).filter((date) => isFederalHoliday(date) && isWeekday(date));
      expect(observed.map((date) => date.slice(5)).join(' ')).toBe(published);
    },
  );

  it('go on where exchanges rest: on Good Friday, and not where they trade: on Columbus Day', () => {
    expect(isBusinessDay('2026-04-03')).toBe(true);
    expect(isBusinessDay('2026-10-12')).toBe(false);
  });

  it('follow one another across weekends and holidays', () => {
    expect(nextBusinessDay('2026-02-05')).toBe('2026-02-06');
    // Friday the 13th, the weekend, and Washington's birthday.
    expect(nextBusinessDay('2026-02-13')).toBe('2026-02-17');
    expect(nextBusinessDay('2025-12-31')).toBe('2026-01-02');
  });
});

function daysOf(year: number): readonly string[] {
  const first = Date.UTC(year, 0, 1);
  return Array.from({ length: 365 }, (_, day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10));
}

function isWeekday(date: string): boolean {
  return ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
}
