import { dateOfSeconds, secondsOfDate, timeLabels } from './time-labels';

describe('the dates of a time axis', () => {
  it('are the session itself, wherever the reader is', () => {
    expect(secondsOfDate('2026-02-06')).toBe(1_770_336_000);
    expect(dateOfSeconds(secondsOfDate('2026-02-06'))).toBe('6 Feb 2026');
  });

  it('are told as years, months or days, by how far they are apart', () => {
    const ticks = ['2025-12-29', '2026-01-01'].map(secondsOfDate);
    expect(timeLabels(ticks, 3 * 86_400)).toEqual(['29 Dec', '1 Jan']);
    expect(timeLabels(ticks, 30 * 86_400)).toEqual(['Dec 2025', 'Jan 2026']);
    expect(timeLabels(ticks, 365 * 86_400)).toEqual(['2025', '2026']);
  });
});
