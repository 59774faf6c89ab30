import { RateLimiter } from './rate-limiter';

describe('a rate limiter', () => {
  let now: number;
  beforeEach(() => {
    now = 1_000;
  });
  const limiter = (perMinute: number, most = 10) =>
    new RateLimiter({ name: 'default', perMinute, most, clock: () => now });

  it('lets a burst through, and then as many as come in', () => {
    const limits = limiter(60);
    const burst = Array.from({ length: 61 }, () => limits.take('a').allowed);
    expect(burst.filter(Boolean)).toHaveLength(60);
    expect(limits.take('b').allowed).toBe(true);
    now += 999;
    expect(limits.take('a').allowed).toBe(false);
    now += 1;
    expect([limits.take('a').allowed, limits.take('a').allowed]).toEqual([true, false]);
    now += 3_600_000;
    expect(Array.from({ length: 61 }, () => limits.take('a').allowed).filter(Boolean)).toHaveLength(60);
  });

  it('tells how many are left at the pace of the policy, as the draft asks for', () => {
    const limits = limiter(600);
    const first = limits.take('a').headers;
    expect(first).toEqual({ 'RateLimit-Policy': '"default";q=600;w=60', RateLimit: '"default";r=599;t=60' });
    for (let taken = 1; taken < 300; taken += 1) limits.take('a');
    expect(limits.take('a').headers['RateLimit']).toBe('"default";r=299;t=30');
  });

  it('says how long to wait, no shorter than the window that it tells, and means it', () => {
    const limits = limiter(3);
    for (let taken = 0; taken < 3; taken += 1) limits.take('a');
    expect(limits.take('a')).toEqual({
      allowed: false,
      headers: { 'RateLimit-Policy': '"default";q=3;w=60', RateLimit: '"default";r=0;t=20', 'Retry-After': '20' },
    });
    now += 20_000;
    expect(limits.take('a').allowed).toBe(true);
  });

  it('forgets who came longest ago, and so never grows beyond its bounds', () => {
    const limits = limiter(1, 2);
    for (const whose of ['a', 'b', 'c']) expect(limits.take(whose).allowed).toBe(true);
    expect([limits.take('b').allowed, limits.take('c').allowed]).toEqual([false, false]);
    expect(limits.take('a').allowed).toBe(true);
  });
});
