import { binomialInterval, complete } from '@streakline/event-study';
import { bothTests, dayZerosOf } from '../../test/both-tests';
import { marketMade } from '../../test/markets';
import { tapeOf } from '../../test/tape';
import { comparisons } from './comparisons';
import { commonShiftTest, statisticsAt } from './common-shift';
import { scoresOf } from './scores';
import { sessionsOf } from './sessions';

const placeOf = (outcome: string, direction: string) =>
  comparisons.findIndex((one) => one.outcome === outcome && one.direction === direction);

describe('the test by one common shift of the calendar', () => {
  // Fifty instruments that move together announce on the same six days; announcements do nothing.
  const made = { instruments: 50, sessions: 110, together: 0.3, seasons: 6 };
  const nulls = Array.from({ length: 50 }, (_, seed) => bothTests(marketMade({ seed, ...made }), seed, 59));
  const rejected = (pValues: readonly (number | null | undefined)[]) =>
    pValues.filter((p) => typeof p === 'number' && p <= 0.05).length;

  it.each(['extended', 'lengthFromDay0', 'returnFromDay0'])(
    'rejects a true null of %s at its nominal rate',
    (outcome) => {
      const times = rejected(nulls.map(({ common }) => common[placeOf(outcome, 'falling')]));
      const { lower, upper } = binomialInterval(times, nulls.length, 0.99);
      expect({ times, covers: lower <= 0.05 && upper >= 0.05 }).toEqual({ times, covers: true });
    },
  );

  it('does so where labels permuted within each instrument reject it several times too often', () => {
    const times = rejected(nulls.map(({ naive }) => naive[placeOf('extended', 'falling')]));
    expect(binomialInterval(times, nulls.length, 0.99).lower).toBeGreaterThan(0.1);
  });

  it('finds an effect that is there', () => {
    const planted = Array.from({ length: 10 }, (_, seed) =>
      bothTests(marketMade({ seed: 1_000 + seed, ...made, together: 0.1, planted: 0.6 }), seed),
    );
    expect(rejected(planted.map(({ common }) => common[placeOf('extended', 'any')]))).toBeGreaterThanOrEqual(9);
  });

  it('tries every shift where there are few, by hand: one announcement on the only long run', () => {
    // Of ten closes the last five but one fall; the announcement's run went on for three sessions more.
    const tape = tapeOf([1, -1, 1, -1, 1, -1, -1, -1, -1, 1], { studied: [7] });
    const sessions = complete(sessionsOf([tape]));
    const [scores, dayZeros] = [complete(scoresOf(sessions, 1)), dayZerosOf([tape], sessions)];
    const test = complete(commonShiftTest(sessions, scores, dayZeros, { most: 99, seed: 1 }));
    expect(test).toMatchObject({ offsets: 10, exhaustive: true });
    // Falling for one session at base: it ended two times, and went on once, on day 0: scores -1/3 and 2/3.
    const extended = placeOf('extended', 'any');
    expect(statisticsAt(sessions, scores, dayZeros, 0)[extended]).toBeCloseTo(2 / 3, 14);
    // A run is in force at the base of nine of the eleven places (all but the first bar and the first close). No other
    // score is as far from their mean of 0.
    expect(test.pValues[extended]).toBe(1 / 9);
  });

  it('draws the same shifts for the same seed, each at most once', () => {
    const tapes = marketMade({ seed: 5, instruments: 3, sessions: 200, together: 0.2, seasons: 4 });
    const sessions = complete(sessionsOf(tapes));
    const [scores, dayZeros] = [complete(scoresOf(sessions, 5)), dayZerosOf(tapes, sessions)];
    const drawn = (seed: number) => complete(commonShiftTest(sessions, scores, dayZeros, { most: 50, seed }));
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).toMatchObject({ offsets: 50, exhaustive: false });
    expect(drawn(7).pValues).not.toEqual(drawn(8).pValues);
  });
});

describe('scores', () => {
  it('add up to nothing over all sessions, unfinished runs included', () => {
    const tapes = marketMade({ seed: 3, instruments: 5, sessions: 300, together: 0.3, seasons: 5 });
    for (const column of complete(scoresOf(complete(sessionsOf(tapes)), 10))) {
      const known = column.filter((score) => !Number.isNaN(score));
      expect(Math.abs(known.reduce((sum, score) => sum + score, 0))).toBeLessThan(1e-9);
    }
  });
});
