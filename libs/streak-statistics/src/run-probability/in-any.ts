import { StreakStatisticsError } from '../streak-statistics-error';

/** The probability of something in at least one of many instruments. */
export interface ProbabilityInAny {
  readonly instruments: number;
  /** Were the instruments independent: 1 - product of (1 - p). Markets move together, which makes it an overestimate as a rule. */
  readonly independent: number;
  /** However they depend on each other, it is no more than this: the sum of the probabilities (Boole), 1 at most. */
  readonly atMost: number;
}

/** Over all instruments scanned, from each one's own probability. Small ones keep their digits. */
export function probabilityInAny(probabilities: ArrayLike<number>): ProbabilityInAny {
  let logOfNone = 0;
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i]!;
    if (!(p >= 0 && p <= 1))
      throw new StreakStatisticsError('invalidProbability', `Probability ${i} is ${p}: it must lie from 0 to 1.`);
    logOfNone += Math.log1p(-p);
    sum += p;
  }
  return { instruments: probabilities.length, independent: -Math.expm1(logOfNone) + 0, atMost: Math.min(1, sum) };
}
