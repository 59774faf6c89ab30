import { exchange } from '@streakline/market-time';
import fc from 'fast-check';
import { parseWalkForward } from './parse-walk-forward';
import { walkForwardSplits } from './walk-forward';

const days = (count: number) => Array.from({ length: count }, (_, i) => `2021-01-${String(i + 1).padStart(2, '0')}`);
const plain = { embargo: 0, purge: 0, anchored: false };

describe('walk-forward splits', () => {
  it('train on the past, test on what follows, and move along by a test', () => {
    expect(walkForwardSplits(days(10), '2021-01-11', { ...plain, train: 4, test: 2 })).toEqual([
      {
        number: 1,
        train: { from: '2021-01-01', to: '2021-01-05' },
        test: { from: '2021-01-05', to: '2021-01-07' },
      },
      {
        number: 2,
        train: { from: '2021-01-03', to: '2021-01-07' },
        test: { from: '2021-01-07', to: '2021-01-09' },
      },
      {
        number: 3,
        train: { from: '2021-01-05', to: '2021-01-09' },
        test: { from: '2021-01-09', to: '2021-01-11' },
      },
    ]);
  });

  it('leave purge and embargo out between them', () => {
    const [first] = walkForwardSplits(days(12), '2021-01-13', {
      train: 5,
      test: 3,
      embargo: 2,
      purge: 1,
      anchored: false,
    });
    // Five sessions of training (1 to 5) without the last one, two of embargo (6, 7), then the test.
    expect(first).toEqual({
      number: 1,
      train: { from: '2021-01-01', to: '2021-01-05' },
      test: { from: '2021-01-08', to: '2021-01-11' },
    });
  });

  it('leave the embargo alone out where a purge is open: the rest is known when the training has been run', () => {
    const given = { train: 5, test: 3, embargo: 2, anchored: false };
    expect(walkForwardSplits(days(12), '2021-01-13', { ...given, purge: 'open' })).toEqual(
      walkForwardSplits(days(12), '2021-01-13', { ...given, purge: 0 }),
    );
  });

  it('grow from the start where they are anchored', () => {
    const splits = walkForwardSplits(days(10), '2021-01-11', { ...plain, train: 4, test: 2, anchored: true });
    expect(splits.map(({ train }) => [train.from, train.to])).toEqual([
      ['2021-01-01', '2021-01-05'],
      ['2021-01-01', '2021-01-07'],
      ['2021-01-01', '2021-01-09'],
    ]);
  });

  it('end with a shorter test where at least half of one is left', () => {
    const ends = (count: number) =>
      walkForwardSplits(days(count), '2021-01-31', { ...plain, train: 4, test: 4 }).map(({ test }) => test.to);
    expect(ends(8)).toEqual(['2021-01-31']);
    expect(ends(9)).toEqual(['2021-01-09']);
    expect(ends(10)).toEqual(['2021-01-09', '2021-01-31']);
  });

  it('let no decision of a training bear on its test, and test each session at most once', () => {
    const sessions = exchange('XNYS').sessions('2015-01-01', '2019-12-31');
    const settings = fc.record({
      train: fc.integer({ min: 60, max: 500 }),
      test: fc.integer({ min: 5, max: 250 }),
      embargo: fc.nat(20),
      purge: fc.nat(40),
      anchored: fc.boolean(),
    });
    fc.assert(
      fc.property(settings, (given) => {
        const splits = walkForwardSplits(sessions, '2020-01-01', given);
        let tested = '';
        for (const { train, test } of splits) {
          const lastDecision = sessions.findLastIndex((session) => session < train.to);
          const firstTested = sessions.findIndex((session) => session >= test.from);
          // A decision of the last session of the training, held for `purge` sessions, ends before embargo and test.
          expect(lastDecision + given.purge + given.embargo).toBeLessThan(firstTested);
          expect(train.from < train.to && train.to <= test.from && test.from < test.to).toBe(true);
          expect(test.from >= tested).toBe(true);
          tested = test.to;
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each<[string, object, RegExp]>([
    ['fewer sessions than they need', { train: 10, test: 4 }, /has 10 sessions; a training of 10.* need 12/],
    ['a training of nothing', { train: 0, test: 4 }, /train=0 is no number of sessions/],
    ['a purge as long as the training', { train: 4, test: 2, purge: 4 }, /leaves nothing of a training of 4/],
  ])('refuse %s', (_, given, message) => {
    expect(() => walkForwardSplits(days(10), '2021-01-11', { ...plain, train: 4, test: 2, ...given })).toThrow(message);
  });
});

describe('a walk-forward as it is typed', () => {
  it('has an embargo of five sessions and an open purge unless given', () => {
    expect(parseWalkForward('train=504,test=126')).toEqual({
      ...{ train: 504, test: 126, embargo: 5, purge: 'open', anchored: false },
    });
    expect(parseWalkForward('train=504,test=126,purge=open')).toEqual(parseWalkForward('train=504,test=126'));
    expect(parseWalkForward('train=504, test=126, embargo=0, purge=20, anchored')).toEqual({
      ...{ train: 504, test: 126, embargo: 0, purge: 20, anchored: true },
    });
  });

  it.each(['train=504', 'train=504,test=1.5', 'train=504,tests=126', ''])('is refused as "%s"', (text) => {
    expect(() => parseWalkForward(text)).toThrow(/is no walk-forward .*write train=504,test=126/);
  });
});
