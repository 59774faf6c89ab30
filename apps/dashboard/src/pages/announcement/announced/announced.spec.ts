import { measured } from './measured';
import { announcedInWords, candidatesInWords, certaintyInWords } from './moment-words';

const zone = 'America/New_York';

describe('when it was announced, in words', () => {
  it("is the instant in the exchange's zone, or the date with its part of the day", () => {
    const exact = { announcedAt: '2026-02-05T21:01:00Z', certainty: 'exact' as const };
    const timed = { announcedOn: '2026-02-05', timing: 'afterClose' as const, certainty: 'timed' as const };
    expect([announcedInWords(exact, zone), announcedInWords(timed, zone)]).toEqual([
      'Announced 5 Feb, 16:01 EST',
      'Announced 5 Feb, after the close',
    ]);
    expect(certaintyInWords(timed)).toBe('the date and the part of the day are known, not the minute');
  });

  it('of a bare date names both candidates and which is taken', () => {
    expect(candidatesInWords(['2026-02-05', '2026-02-06'], '2026-02-05')).toBe(
      'Day 0 can be Thu 5 Feb 2026 or Fri 6 Feb 2026; it is taken to be Thu 5 Feb 2026.',
    );
    expect(candidatesInWords([], '2026-02-05')).toBeNull();
  });
});

describe('a measure', () => {
  it('is written in its unit', () => {
    expect(measured(178.5e9, 'USD')).toBe('$178.5\u00a0bn');
    expect(measured(1.95, 'USD/share')).toBe('1.95 USD a share');
    expect(measured(0.0113, 'fraction')).toBe('+1.13%');
    expect(measured(2, 'gigawatts')).toBe('2 gigawatts');
    expect(measured(undefined, 'USD')).toBe('–');
  });
});
