import { formatInstant, parseInstant } from './instants';

describe('an RFC 3339 instant on the command line', () => {
  it.each([
    ['2026-02-05T21:01:00Z', 1_770_325_260_000],
    ['2026-02-05T16:01:00-05:00', 1_770_325_260_000],
    ['2026-02-06t02:31:00.5+05:30', 1_770_325_260_500],
    ['2024-02-29T00:00:00z', 1_709_164_800_000],
    ['1970-01-01T00:00:00.0009Z', 0],
  ])('%s is %d milliseconds after 1970', (text, at) => {
    expect(parseInstant(text)).toBe(at);
  });

  it.each([
    '2026-02-05',
    '2026-02-05T21:01:00',
    '2026-02-30T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-02-05T24:00:00Z',
    '2026-02-05T23:59:60Z',
    '2026-02-05T21:01:00+24:00',
    '1770325260000',
    '',
  ])('%p is none', (text) => {
    expect(parseInstant(text)).toBeNull();
  });

  it('is written in UTC, with milliseconds only where there are any', () => {
    expect(formatInstant(1_770_325_260_000)).toBe('2026-02-05T21:01:00Z');
    expect(formatInstant(1_770_325_260_500)).toBe('2026-02-05T21:01:00.500Z');
  });
});
