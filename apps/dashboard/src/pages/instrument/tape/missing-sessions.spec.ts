import { missingSessions } from './missing-sessions';

describe('missing sessions', () => {
  it('are those of the exchange between two that have a bar; Presidents’ Day is none', () => {
    expect(missingSessions('XNAS', null, ['2026-02-11', '2026-02-13', '2026-02-18'])).toEqual([
      '2026-02-12',
      '2026-02-17',
    ]);
  });

  it('are looked for only from the date on that it trades there', () => {
    expect(missingSessions('XNAS', '2026-02-13', ['2026-02-11', '2026-02-13', '2026-02-18'])).toEqual(['2026-02-17']);
  });

  it('are none on an exchange whose sessions nobody here knows', () => {
    expect(missingSessions('XXXX', null, ['2026-02-11', '2026-02-13'])).toEqual([]);
  });

  it('are none outside of the years that its calendar covers', () => {
    expect(missingSessions('XNAS', null, ['1850-01-02', '2026-02-13'])).toEqual([]);
  });

  it('are none of an empty tape', () => {
    expect(missingSessions('XNAS', null, [])).toEqual([]);
  });
});
