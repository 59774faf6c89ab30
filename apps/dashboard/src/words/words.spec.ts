import { money, moneyChange, moneyLike } from './money';
import { percent, plural, price, signed, whole } from './numbers';
import { day, dayNumber, instant, shortInstant } from './times';

describe('figures in words', () => {
  it('writes a return with its sign, a true minus, and two decimals', () => {
    expect(percent(-0.18180276)).toBe('−18.18%');
    expect(percent(0.01)).toBe('+1.00%');
    expect(percent(null)).toBe('–');
  });

  it('gives what rounds to zero no sign', () => {
    expect(percent(-0.00001)).toBe('0.00%');
    expect(signed(0)).toBe('0.00');
  });

  it('writes amounts as people do, and rounds up into the next name', () => {
    expect(money(463_300_000_000)).toBe('$463.3\u00a0bn');
    expect(moneyChange(-246_556_000_000)).toBe('−$246.6\u00a0bn');
    expect(moneyChange(8_900_000_000)).toBe('+$8.9\u00a0bn');
    expect(money(2_400_000_000_000, 'EUR')).toBe('€2.4\u00a0tn');
    expect(money(999_960_000)).toBe('$1.0\u00a0bn');
    expect(money(500, 'CHF')).toBe('CHF\u00a0500');
    expect(money(0)).toBe('$0');
  });

  it('writes the amounts of one sum in one unit', () => {
    expect(moneyLike(2_597_294_882_032, -472_186_841_206)).toBe('$2,597.3\u00a0bn');
    expect(moneyLike(-2_500_000, 1e9)).toBe('−$0.0\u00a0bn');
  });

  it('keeps thousands apart, and four decimals below one', () => {
    expect(whole(10_690_216_011)).toBe('10,690,216,011');
    expect(price(222.69)).toBe('222.69');
    expect(price(0.0213)).toBe('0.0213');
    expect(plural(1, 'session')).toBe('1 session');
    expect(plural(2, 'run of one', 'runs of one')).toBe('2 runs of one');
  });

  it("tells an instant in the exchange's zone, the zone written, in winter and in summer", () => {
    expect(instant('2026-02-05T21:01:00Z', 'America/New_York')).toBe('Thu 5 Feb 2026, 16:01 EST');
    expect(shortInstant('2026-07-30T20:01:00Z', 'America/New_York')).toBe('30 Jul, 16:01 EDT');
    expect(instant('2026-02-05T00:00:00Z', 'UTC')).toBe('Thu 5 Feb 2026, 00:00 UTC');
  });

  it('tells a session without a zone, and days from day 0 with their sign', () => {
    expect(day('2026-02-06')).toBe('Fri 6 Feb 2026');
    expect([-1, 0, 5].map(dayNumber)).toEqual(['−1', '0', '+5']);
  });
});
