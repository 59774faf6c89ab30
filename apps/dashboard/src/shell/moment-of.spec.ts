import { momentOf } from './moment-of';

describe('a moment as a person types it', () => {
  it('is a date as it stands, or an instant in UTC', () => {
    expect(momentOf(' 2026-02-06 ').moment).toBe('2026-02-06');
    expect(momentOf('2026-02-06T16:00:00-05:00').moment).toBe('2026-02-06T21:00:00Z');
    expect(momentOf('2026-02-06 21:00 z').moment).toBe('2026-02-06T21:00:00Z');
    expect(momentOf('2026-02-06T21:00:00.250Z').moment).toBe('2026-02-06T21:00:00.250Z');
  });

  it.each(['', 'yesterday', '2026-02-30', '2026-02-30T10:00:00Z', '2026-02-06T25:00:00Z', '2026-02-06T21:00:00'])(
    'is refused with what to type instead: %j',
    (text) => {
      expect(momentOf(text).moment).toBeNull();
      expect(momentOf(text).error).toMatch(/Type a date|is no/);
    },
  );
});
