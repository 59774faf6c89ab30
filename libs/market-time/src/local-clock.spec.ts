import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { fromDay, toDay } from './calendar-date';
import { ZoneClock } from './local-clock';

const from = toDay('1990-01-01');
const to = toDay('2028-12-31');
const zones = [
  'America/New_York',
  'America/Toronto',
  'Europe/London',
  'Europe/Berlin',
  'Asia/Tokyo',
  'Asia/Hong_Kong',
  'Australia/Sydney',
];

describe.each(zones)('the clock of %s', (zone) => {
  const clock = new ZoneClock(zone, from, to);
  const anyDay = fc.integer({ min: from, max: to });
  const anyInstant = fc.integer({ min: Date.parse('1990-01-02'), max: Date.parse('2028-12-31') });

  it('reads the same local date as luxon at any instant', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(fromDay(clock.dayOf(at))).toBe(DateTime.fromMillis(at, { zone }).toISODate());
      }),
    );
  });

  it('finds the same instant as luxon for any minute of any day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1439 }), (day, minutes) => {
        const midnight = DateTime.fromISO(fromDay(day), { zone });
        const wall = midnight.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
        expect(clock.instantOf(day, minutes)).toBe(wall.toMillis());
      }),
    );
  });

  it('ends every day with its last millisecond', () => {
    for (let day = from; day <= to; day += 1) {
      const end = clock.endOf(day);
      if (clock.dayOf(end) !== day || clock.dayOf(end + 1) !== day + 1) throw new Error(fromDay(day));
    }
  });
});

describe('a clock', () => {
  const newYork = new ZoneClock('America/New_York', from, to);
  const hours = (at: string) => newYork.offsetAt(Date.parse(at)) / 3_600_000;

  it('changes to the millisecond when New York does, by the law of the year', () => {
    // The second Sunday of March since the Energy Policy Act of 2005 took effect, the first of April before.
    expect([hours('2026-03-08T06:59:59.999Z'), hours('2026-03-08T07:00:00.000Z')]).toEqual([-5, -4]);
    expect([hours('2026-11-01T05:59:59.999Z'), hours('2026-11-01T06:00:00.000Z')]).toEqual([-4, -5]);
    expect([hours('2006-04-02T06:59:59.999Z'), hours('2006-04-02T07:00:00.000Z')]).toEqual([-5, -4]);
    expect([hours('2007-03-11T06:59:59.999Z'), hours('2007-03-11T07:00:00.000Z')]).toEqual([-5, -4]);
  });

  it('reads a minute that is skipped or repeated by the clock before the change', () => {
    const halfPast = (date: string, hour: number) =>
      new Date(newYork.instantOf(toDay(date), hour * 60 + 30)).toISOString();
    expect(halfPast('2026-03-08', 2)).toBe('2026-03-08T07:30:00.000Z');
    expect(halfPast('2026-11-01', 1)).toBe('2026-11-01T05:30:00.000Z');
  });

  it('refuses a zone that does not exist', () => {
    expect(() => new ZoneClock('America/Newyork', from, to)).toThrow('knows no time zone America/Newyork');
  });
});
