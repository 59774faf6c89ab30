import { complete, seededRandom } from '@streakline/event-study';
import { commonShiftTest, type DayZeros, statisticsAt } from '../src/study/common-shift';
import { scoresOf } from '../src/study/scores';
import { type Sessions, sessionsOf } from '../src/study/sessions';
import type { StreakTape } from '../src/tape/streak-tape';

/** P-values of each comparison. */
export interface BothTests {
  /** By one common shift of the whole calendar. */
  readonly common: readonly (number | null)[];
  /** By labels permuted within each instrument for itself, as is often done; what it does wrong is the point. */
  readonly naive: readonly number[];
}

/** The same statistics of the same market judged both ways, by so many draws each. */
export function bothTests(tapes: readonly StreakTape[], seed: number, draws = 99): BothTests {
  const sessions = complete(sessionsOf(tapes));
  const scores = complete(scoresOf(sessions, 10));
  const dayZeros = dayZerosOf(tapes, sessions);
  const { pValues } = complete(commonShiftTest(sessions, scores, dayZeros, { most: draws, seed }));
  return { common: pValues, naive: naivePValues(sessions, scores, dayZeros, { seed, draws }) };
}

export function dayZerosOf(tapes: readonly StreakTape[], { starts }: Sessions): DayZeros {
  const all = tapes.flatMap(({ studied }, tape) => studied.map((place) => ({ session: starts[tape]! + place, tape })));
  return {
    session: Int32Array.from(all, ({ session }) => session),
    tape: Int32Array.from(all, ({ tape }) => tape),
  };
}

function naivePValues(
  sessions: Sessions,
  scores: readonly Float64Array[],
  dayZeros: DayZeros,
  { seed, draws }: { readonly seed: number; readonly draws: number },
): readonly number[] {
  const random = seededRandom(seed);
  const observed = statisticsAt(sessions, scores, dayZeros, 0);
  const asFar = new Float64Array(observed.length).fill(1);
  for (let i = 0; i < draws; i++) {
    const session = dayZeros.tape.map((tape) => {
      const [from, to] = [sessions.starts[tape]!, sessions.starts[tape + 1]!];
      return from + 1 + random.below(to - from - 1);
    });
    statisticsAt(sessions, scores, { session, tape: dayZeros.tape }, 0).forEach((value, at) => {
      if (Math.abs(value) >= Math.abs(observed[at]!)) asFar[at]!++;
    });
  }
  return [...asFar.map((count) => count / (draws + 1))];
}
