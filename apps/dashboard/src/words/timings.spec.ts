import { announcedInFull, announcedWhen, TIMINGS } from './timings';

const zone = 'America/New_York';
const at = { announcedAt: '2026-02-05T21:01:00Z' };
const on = { announcedOn: '2026-02-05' };

describe('the parts of the day', () => {
  it('are told as what follows a date', () => {
    expect(TIMINGS).toEqual({
      preMarket: 'before the open',
      intraday: 'during the session',
      afterClose: 'after the close',
      nonTradingDay: 'on a day without a session',
      unknown: 'at an unknown time of day',
    });
  });
});

describe('when it was announced', () => {
  it("is told in the exchange's zone, with the zone, or as the date that is known", () => {
    expect(announcedWhen(at, zone)).toBe('Thu 5 Feb 2026, 16:01 EST');
    expect(announcedWhen(on, zone)).toBe('Thu 5 Feb 2026');
  });

  it('is told in UTC of an exchange whose zone is not known', () => {
    expect(announcedWhen(at, null)).toBe('Thu 5 Feb 2026, 21:01 UTC');
  });

  it('in full names the part of the day of a date, and that it is not known', () => {
    expect(announcedInFull(at, zone)).toBe('Thu 5 Feb 2026, 16:01 EST');
    expect(announcedInFull({ ...on, timing: 'afterClose' }, zone)).toBe('Thu 5 Feb 2026, after the close');
    expect(announcedInFull(on, zone)).toBe('Thu 5 Feb 2026, at an unknown time of day');
  });
});
