import { exchange, exchanges } from '..';
import { isWeekend } from '../../test/holiday-rules';
import { fromDay } from '../calendar-date';
import type { ExchangeCalendar } from '../exchange-calendar';
import { readExceptions } from '../read-exceptions';
import { arcx } from './arcx';
import { xasx } from './xasx';
import { xetr } from './xetr';
import { xhkg } from './xhkg';
import { xlon } from './xlon';
import { xnas } from './xnas';
import { xnys } from './xnys';
import { xtks } from './xtks';
import { xtse } from './xtse';

const calendars: readonly ExchangeCalendar[] = [xnys, xnas, arcx, xlon, xetr, xtse, xtks, xhkg, xasx];

describe.each(calendars.map((calendar) => [calendar.mic, calendar] as const))('the calendar of %s', (mic, calendar) => {
  const exceptions = [...readExceptions(calendar.exceptions).keys()].map(fromDay);

  it('names weekdays only, in order and each once, a line for every year covered', () => {
    const lines = calendar.exceptions.trim().split('\n');
    const years = lines.map((line) => line.trim().slice(0, 4));
    const [first, last] = [Number(calendar.coverage.from.slice(0, 4)), Number(calendar.coverage.to.slice(0, 4))];
    expect(exceptions.filter(isWeekend)).toEqual([]);
    expect(exceptions).toEqual([...new Set(exceptions)].sort());
    expect(years).toEqual(Array.from({ length: last - first + 1 }, (_, index) => `${first + index}`));
    expect(lines.reduce((count, line) => count + line.trim().split(/\s+/).length - 1, 0)).toBe(exceptions.length);
  });

  it('gives reasons for exceptions only', () => {
    expect(Object.keys(calendar.reasons).filter((date) => !exceptions.includes(date))).toEqual([]);
  });

  it('has hours from its first day on, in order, each break inside them', () => {
    const froms = calendar.hours.map(({ from }) => from);
    expect(froms[0]).toBe(calendar.coverage.from);
    expect(froms).toEqual([...froms].sort());
    for (const { open, close, break: pause } of calendar.hours) {
      const times = pause === undefined ? [open, close] : [open, pause.from, pause.to, close];
      expect(times).toEqual([...times].sort());
    }
  });

  it('opens before it closes in every session, and closes before the next one opens', () => {
    const { coverage, zone } = exchange(mic);
    expect(zone).toBe(calendar.zone);
    const instants = exchange(mic)
      .sessions(coverage.from, coverage.to)
      .flatMap((session) => Object.values(exchange(mic).hours(session)));
    expect(instants.findIndex((instant, index) => index > 0 && instant <= instants[index - 1]!)).toBe(-1);
  });
});

it('every calendar is that of a known exchange', () => {
  expect(exchanges).toEqual(['XNYS', 'XNAS', 'ARCX', 'XLON', 'XETR', 'XTSE', 'XTKS', 'XHKG', 'XASX']);
  expect(calendars.map(({ mic }) => mic)).toEqual(exchanges);
});
