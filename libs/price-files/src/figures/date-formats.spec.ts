import fc from 'fast-check';
import { dateText, dayOf, NO_DAY } from './calendar-days';
import { readDateText } from './date-formats';

const DAY_MS = 86_400_000;
const anyDay = fc.integer({ min: Date.UTC(1800, 0, 1) / DAY_MS, max: Date.UTC(2199, 11, 31) / DAY_MS });

test('days are those of the calendar, back and forth', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const date = new Date(day * DAY_MS);
      expect(dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(day);
      expect(dateText(day)).toBe(date.toISOString().slice(0, 10));
    }),
  );
});

test('every format reads what it writes', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [year = '', month = '', date = ''] = new Date(day * DAY_MS).toISOString().slice(0, 10).split('-');
      expect(readDateText(`${year}-${month}-${date}`, 'iso')).toBe(day);
      expect(readDateText(`${year}${month}${date}`, 'compact')).toBe(day);
      expect(readDateText(`${Number(month)}/${Number(date)}/${year}`, 'mdy')).toBe(day);
      expect(readDateText(`${date}.${month}.${year}`, 'dmy')).toBe(day);
    }),
  );
});

test.each([
  ['2026-02-30', 'iso'],
  ['2025-02-29', 'iso'],
  ['2026-13-01', 'iso'],
  ['2026-02-27x', 'iso'],
  ['2026-02-27 16:00:00', 'iso'],
  ['2026-02-27T05:00:00Z', 'iso'],
  ['2/27/2026 16:00:00', 'mdy'],
  ['1799-12-31', 'iso'],
  ['2026-2-7', 'iso'],
  ['20260227 09:30', 'compact'],
  ['2/3/26', 'mdy'],
  ['2026-02-27', 'mdy'],
  ['27-Foo-2026', 'named'],
  ['1772222400', 'seconds'],
] as const)('%s is no date of the form %s', (text, format) => {
  expect(readDateText(text, format)).toBe(NO_DAY);
});

test.each([
  ['2026-02-27 00:00:00-05:00', 'iso'],
  ['2026-02-27T00:00:00.000Z', 'iso'],
  ['2026-02-27 ', 'iso'],
  ['20260227 00:00', 'compact'],
  ['2/27/2026 12:00:00 AM', 'mdy'],
] as const)('%s is the date in %s', (text, format) => {
  expect(dateText(readDateText(text, format))).toBe('2026-02-27');
});

test('the day in New York is told by the times that vendors give to its beginning', () => {
  // 2026-07-01 and 2026-01-02 begin in New York at 04:00 and 05:00 UTC.
  expect(dateText(readDateText('1782878400000000000', 'nanos'))).toBe('2026-07-01');
  expect(dateText(readDateText('1767330000', 'seconds'))).toBe('2026-01-02');
});
