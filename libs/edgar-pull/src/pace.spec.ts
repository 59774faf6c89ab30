import fc from 'fast-check';
import { Pace } from './pace';
import { retryAfterMs } from './retry-after';

/** A clock that waits by moving on, a little later than asked for. */
function clock(lateness: () => number) {
  let now = 0;
  const wait = (ms: number) => {
    now += ms + lateness();
    return Promise.resolve();
  };
  return { now: () => now, wait, pass: (ms: number) => (now += ms) };
}

describe('the pace of requests', () => {
  it('never lets more than eight go within a second, however late timers are and however long callers dawdle', async () => {
    const lag = fc.array(fc.nat({ max: 200 }), { minLength: 40, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(lag, lag, async (lateness, dawdling) => {
        let asked = 0;
        const time = clock(() => lateness[asked % lateness.length] ?? 0);
        const pace = new Pace(8, time.now, time.wait);
        const went: number[] = [];
        for (; asked < 40; asked += 1) {
          await pace.turn();
          went.push(time.now());
          time.pass(dawdling[asked] ?? 0);
        }
        for (let at = 8; at < went.length; at += 1) expect(went[at]! - went[at - 8]!).toBeGreaterThanOrEqual(1_000);
      }),
    );
  });

  it('lets callers go in the order in which they came', async () => {
    const time = clock(() => 0);
    const pace = new Pace(8, time.now, time.wait);
    const order: number[] = [];
    await Promise.all([1, 2, 3, 4].map((caller) => pace.turn().then(() => order.push(caller))));
    expect(order).toEqual([1, 2, 3, 4]);
    expect(time.now()).toBe(375);
  });

  it('holds everyone back when a server asks for it', async () => {
    const time = clock(() => 0);
    const pace = new Pace(8, time.now, time.wait);
    await pace.turn();
    pace.hold(60_000);
    await pace.turn();
    expect(time.now()).toBe(60_000);
  });

  it('passes the turn of a caller who gives up to the next', async () => {
    const pace = new Pace(8);
    await expect(pace.turn(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
    await expect(pace.turn()).resolves.toBeUndefined();
  });
});

describe('Retry-After', () => {
  // The examples of RFC 9110, section 10.2.3.
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Fri, 31 Dec 1999 23:59:59 GMT', 59_000],
    ['Fri, 31 Dec 1999 23:58:00 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    [null, undefined],
  ])('of %j is %j ms', (header, expected) => {
    expect(retryAfterMs(header, Date.parse('1999-12-31T23:59:00Z'))).toBe(expected);
  });
});
