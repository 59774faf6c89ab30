import fc from 'fast-check';
import { announcementId, History } from '../../test/history';
import { type Direction, runsOf } from '../index';

function runs(
  closes: readonly (number | null)[],
): { direction: Direction; start: string; end: string; length: number }[] {
  return runsOf(new History().listed().closes('2021-03-01', closes).known()).map(
    ({ direction, start, end, length }) => ({
      ...{ direction, start, end, length },
    }),
  );
}

/** From the definition, bar by bar: walks back from each close that is no longer followed by a move of its kind. */
function naiveRuns(sessions: readonly string[], closes: readonly number[]): ReturnType<typeof runs> {
  const moveAt = (i: number) => (i < 1 || i >= closes.length ? 0 : Math.sign(closes[i]! - closes[i - 1]!));
  return sessions.flatMap((end, i) => {
    if (moveAt(i) === 0 || moveAt(i + 1) === moveAt(i)) return [];
    let length = 1;
    while (moveAt(i - length) === moveAt(i)) length++;
    return [{ direction: moveAt(i) > 0 ? 'rising' : 'falling', start: sessions[i - length + 1]!, end, length }];
  });
}

const closes = fc.array(fc.integer({ min: 10, max: 13 }), { minLength: 1, maxLength: 60 });

describe('runs', () => {
  it('are the maximal rows of closes that all fall or all rise', () => {
    fc.assert(
      fc.property(closes, (prices) => {
        const sessions = new History().sessionsFrom('2021-03-01', prices.length);
        expect(runs(prices)).toEqual(naiveRuns(sessions, prices));
      }),
    );
  });

  it('end at an unchanged close, which belongs to none', () => {
    expect(runs([10, 11, 11, 12])).toEqual([
      { direction: 'rising', start: '2021-03-02', end: '2021-03-02', length: 1 },
      { direction: 'rising', start: '2021-03-04', end: '2021-03-04', length: 1 },
    ]);
  });

  it('compare across a missing bar with the last bar before it, and name the gap', () => {
    const [run] = runsOf(new History().listed().closes('2021-03-01', [10, 9, null, 8, 12]).known());
    expect(run).toMatchObject({ start: '2021-03-02', end: '2021-03-04', length: 2, gaps: ['2021-03-03'] });
    expect(run!.return).toBeCloseTo(-0.2, 12);
  });

  it('do not see a split', () => {
    const whole = new History().listed().closes('2021-03-01', [90, 87, 84, 84, 87]);
    const split = new History().listed().closes('2021-03-01', [90, 87, 28, 28, 29]).split('2021-03-03', 1, 3);
    const [expected, actual] = [whole, split].map((history) => runsOf(history.known()));
    expect(actual!.map((run) => ({ ...run, baseClose: 0, endClose: 0 }))).toEqual(
      expected!.map((run) => ({ ...run, baseClose: 0, endClose: 0, return: expect.closeTo(run.return, 12) })),
    );
  });

  it('take an unchanged split-adjusted close for unchanged, whatever the arithmetic leaves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        (cents, from, to) => {
          const before = (cents * to) / 100;
          const after = (cents * from) / 100;
          const history = new History().listed().closes('2021-03-01', [before, after]).split('2021-03-02', from, to);
          expect(runsOf(history.known())).toEqual([]);
        },
      ),
    );
  });

  it('are in force only while they reach the last session', () => {
    const known = new History().listed().closes('2021-03-01', [10, 9, 8, 9]).known();
    expect(runsOf(known).map(({ inForce }) => inForce)).toEqual([false, true]);
  });

  it('split the change of market cap into price and shares, over their end points', () => {
    const history = new History().listed().shareCount('2021-01-31', 1_000, { filedOn: '2021-02-01' });
    history.shareCount('2021-02-28', 1_100, { filedOn: '2021-03-02' }).closes('2021-03-01', [10, 9, 8]);
    expect(runsOf(history.known())[0]).toMatchObject({
      // 8 x 1,100 - 10 x 1,000 = 1,000 x (8 - 10) + 8 x (1,100 - 1,000)
      ...{ marketCapChange: -1_200, priceEffect: -2_000, shareCountEffect: 800 },
    });
  });

  it('do not take a split for a new share count', () => {
    const history = new History().listed().shareCount('2021-01-31', 1_000, { filedOn: '2021-02-01' });
    history.closes('2021-03-01', [20, 18, 8]).split('2021-03-03', 1, 2);
    expect(runsOf(history.known())[0]).toMatchObject({
      marketCapChange: -4_000,
      priceEffect: -4_000,
      shareCountEffect: 0,
    });
  });
});

describe('longest since', () => {
  it('is the last earlier run of the direction that was at least as long', () => {
    // falling: 3 long, 1 long, 2 long, 2 long
    const tape = [10, 9, 8, 7, 8, 7, 8, 7, 6, 7, 6, 5];
    const falling = runsOf(new History().listed().closes('2021-03-01', tape).known()).filter(
      ({ direction }) => direction === 'falling',
    );
    expect(falling.map(({ length, longestSince }) => [length, longestSince?.length ?? null])).toEqual([
      [3, null],
      [1, 3],
      [2, 3],
      [2, 2],
    ]);
    expect(falling[3]!.longestSince).toEqual({ start: falling[2]!.start, end: falling[2]!.end, length: 2 });
    expect(falling[0]!.tapeFrom).toBe('2021-03-01');
  });

  it('agrees with a search through all earlier runs', () => {
    fc.assert(
      fc.property(closes, (prices) => {
        const all = runsOf(new History().listed().closes('2021-03-01', prices).known());
        for (const [i, { direction, length, longestSince }] of all.entries()) {
          const earlier = all.slice(0, i).filter((run) => run.direction === direction && run.length >= length);
          expect(longestSince?.end).toBe(earlier.at(-1)?.end);
        }
      }),
    );
  });
});

describe('the announcements of a run', () => {
  const tape = [10, 9, 8, 9, 10, 10];
  const told = (on: string) => {
    const history = new History().listed().closes('2021-03-01', tape).announced('news', { on, timing: 'preMarket' });
    return runsOf(history.known()).map(({ announcements }) => announcements.map(({ part }) => part));
  };

  it('are those whose day 0 lies in it', () => {
    expect(told('2021-03-02')).toEqual([['within'], []]);
  });

  it('and those whose day 0 ended it, which may lie in the next run', () => {
    expect(told('2021-03-04')).toEqual([['ended'], ['within']]);
    expect(told('2021-03-08')).toEqual([[], ['ended']]);
  });

  it('are named by announcement and day 0', () => {
    const history = new History()
      .listed()
      .closes('2021-03-01', tape)
      .announced('news', { on: '2021-03-02', timing: 'afterClose' });
    expect(runsOf(history.known())[0]!.announcements).toEqual([
      { of: announcementId('news'), announcementId: announcementId('news'), day0: '2021-03-03', part: 'within' },
    ]);
  });

  it('do not include those before the tape or after it', () => {
    expect(told('2021-02-10')).toEqual([[], []]);
    expect(told('2021-03-15')).toEqual([[], []]);
  });
});
