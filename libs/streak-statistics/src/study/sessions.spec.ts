import { complete } from '@streakline/event-study';
import fc from 'fast-check';
import { tapeOf } from '../../test/tape';
import { runLengthsOf } from '../tape/run-columns';
import { meanOutcomes } from './comparisons';
import { sessionAt, sessionsOf } from './sessions';
import { directionOf, lengthAtBaseOf } from './strata';

/** As the words have it, session by session, from the moves alone. */
function byDefinition(moves: readonly number[], day0: number) {
  const before = moves.slice(0, day0);
  const inForce = before.at(-1) ?? 0;
  const lengthAtBase = inForce === 0 ? 0 : before.length - 1 - before.findLastIndex((move) => move !== inForce);
  const direction = inForce === 0 ? moves[day0]! : inForce;
  const rest = moves.slice(day0);
  const lengthFromDay0 = direction === 0 ? 0 : [...rest, 9].findIndex((move) => move !== direction);
  return { inForce, lengthAtBase, lengthFromDay0, unfinished: lengthFromDay0 > 0 && lengthFromDay0 === rest.length };
}

describe('sessions seen as day 0s', () => {
  it('have the direction and length at base, and the length from day 0, that the words say', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-1, 0, 1, 1, -1), { minLength: 1, maxLength: 30 }), (moves) => {
        const { stratum, length, unfinished } = complete(sessionsOf([tapeOf(moves)]));
        moves.forEach((_, day0) => {
          const expected = byDefinition(moves, day0);
          const at = day0 + 1;
          expect(lengthAtBaseOf(stratum[at]!)).toBe(expected.lengthAtBase);
          expect(directionOf(stratum[at]!)).toBe(['falling', 'none', 'rising'][expected.inForce + 1]);
          expect([length[at], unfinished[at] === 1]).toEqual([expected.lengthFromDay0, expected.unfinished]);
        });
      }),
    );
  });

  it('have the returns and market-cap changes of their run, from base and as a whole', () => {
    // 100, 99, 98, 97, 98, 98: falling for three, rising for one, unchanged.
    const values = Float64Array.from([100, 99, 98, 97, 98, 98]);
    const marketCaps = values.map((value) => value * 10);
    const { outcomes } = complete(sessionsOf([tapeOf([-1, -1, -1, 1, 0], { values, marketCaps })]));
    const at = (session: number) => Object.fromEntries(meanOutcomes.map((name, i) => [name, outcomes[i]![session]]));
    const close = (value: number): number => expect.closeTo(value, 14) as number;
    expect(at(2)).toEqual({
      ...{ extended: 1, began: Number.NaN, returnFromDay0: close(97 / 99 - 1) },
      ...{ marketCapChangeFromDay0: close(97 / 99 - 1), marketCapChange: close(97 / 100 - 1) },
    });
    expect(at(4)).toEqual({
      ...{ extended: 0, began: Number.NaN, returnFromDay0: 0 },
      ...{ marketCapChangeFromDay0: 0, marketCapChange: close(97 / 100 - 1) },
    });
    expect(at(1)).toMatchObject({ extended: Number.NaN, began: 1, marketCapChange: close(97 / 100 - 1) });
  });

  it('lie on one calendar, also where a tape lacks days or begins later', () => {
    const sparse = tapeOf([1, 1, 1], { days: Int32Array.from([20_001, 20_002, 20_006, 20_009]) });
    const sessions = complete(sessionsOf([tapeOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 1]), sparse]));
    expect([...sessions.calendar.days]).toEqual(Array.from({ length: 11 }, (_, i) => 20_000 + i));
    const found = Array.from({ length: 11 }, (_, place) => sessionAt(sessions, 1, place));
    expect(found).toEqual([-1, 11, 12, -1, -1, -1, 13, -1, -1, 14, -1]);
    expect(sessionAt(sessions, 0, 10)).toBe(10);
  });
});

describe('a session drawn at random', () => {
  it('sits in a longer run than a random run is long', () => {
    // Runs of 1, 1 and 4 sessions: the mean run is 2 long, the mean session sits in one of (1 + 1 + 4 x 4) / 6 = 3.
    const lengths = runLengthsOf(Int8Array.from([1, -1, 1, 1, 1, 1, 0]));
    expect(lengths).toEqual({ runs: 3, longest: 4, meanOfRuns: 2, meanOfSessions: 3 });
    expect(runLengthsOf(Int8Array.from([1, -1, 1, 1, 0]), -1)).toMatchObject({ runs: 1, meanOfRuns: 1 });
    expect(runLengthsOf(Int8Array.from([0, 0]))).toMatchObject({ runs: 0, meanOfRuns: null, meanOfSessions: null });
  });
});
