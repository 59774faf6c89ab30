import { exchange } from '@streakline/market-time';
import { isGoodFrom, newestFrom } from './newest-part';

describe('the newest part of a tape', () => {
  it('stays where it begins while bars come, and is never more than a page of 1,000 sessions', () => {
    const nasdaq = exchange('XNAS');
    let from = newestFrom('2022-01-03');
    let moved = 0;
    for (const to of nasdaq.sessions('2022-01-03', '2025-12-31')) {
      if (!isGoodFrom(from, to)) {
        from = newestFrom(to);
        moved++;
      }
      expect(nasdaq.sessions(from, to).length).toBeLessThanOrEqual(1_000);
    }
    expect(moved).toBeLessThan(24);
  });

  it('begins anew at a past moment at which the tape ended before it', () => {
    expect(isGoodFrom(newestFrom('2026-03-06'), '2020-03-06')).toBe(false);
  });
});
