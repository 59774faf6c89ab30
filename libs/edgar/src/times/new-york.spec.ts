import fc from 'fast-check';
import { DateTime } from 'luxon';
import { instantOf, newYorkTimeOf } from './new-york';

describe('New York time', () => {
  it.each([
    ['2026-02-05T16:02:22', '2026-02-05T21:02:22.000Z'],
    ['2026-07-30T16:02:22', '2026-07-30T20:02:22.000Z'],
    // Clocks go forward at 2 in the morning of 2026-03-08, back on 2026-11-01.
    ['2026-03-08T06:00:00', '2026-03-08T10:00:00.000Z'],
    ['2026-11-01T06:00:00', '2026-11-01T11:00:00.000Z'],
  ])('%s is the instant %s', (time, instant) => {
    expect(new Date(instantOf(time)).toISOString()).toBe(instant);
    expect(newYorkTimeOf(Date.parse(instant))).toBe(time);
  });

  it('is what the time zones of the platform say, since EDGAR began', () => {
    const seconds = fc.integer({ min: Date.UTC(1993, 0) / 1_000, max: Date.UTC(2040, 0) / 1_000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const there = DateTime.fromSeconds(second, { zone: 'America/New_York' });
        expect(newYorkTimeOf(second * 1_000)).toBe(there.toISO({ includeOffset: false, suppressMilliseconds: true }));
      }),
      { numRuns: 2_000 },
    );
  });

  it('of any instant leads back to it, but for the hour that comes twice', () => {
    const seconds = fc.integer({ min: Date.UTC(1993, 0) / 1_000, max: Date.UTC(2040, 0) / 1_000 });
    fc.assert(
      fc.property(seconds, (second) => {
        const back = instantOf(newYorkTimeOf(second * 1_000));
        expect([0, 3_600_000]).toContain(back - second * 1_000);
      }),
    );
  });
});
