import { normalQuantile } from '@streakline/event-study';
import { StreakStatisticsError } from '../streak-statistics-error';

/** One length at which something ended or was censored. */
export interface SurvivalStep {
  /** Sessions. */
  readonly length: number;
  /** At least this long, censored ones among them. */
  readonly atRisk: number;
  readonly ended: number;
  /** Still unfinished at this length when the tape ended; at risk of ending here. */
  readonly censored: number;
  /** The estimated share that is longer than `length`. */
  readonly survival: number;
  /** Of `survival`, by Greenwood's formula; null once everything has ended, where it has none. */
  readonly standardError: number | null;
  /** By the complementary log-log transform (Kalbfleisch and Prentice), so that bounds stay within 0 and 1; null where the standard error is. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The share of runs that are longer than each length, in sessions, as Kaplan and Meier estimate it. */
export interface SurvivalCurve {
  /** Runs, or their weights' sum, that it rests on; the unfinished ones among them. */
  readonly n: number;
  readonly censored: number;
  /** By length. */
  readonly steps: readonly SurvivalStep[];
  /** The smallest length that at most half are longer than; null where the curve stays above a half. */
  readonly median: number | null;
}

/** How many ended, and how many were censored, at each length from 0 on; they may be weighted. */
export interface LengthTally {
  readonly ended: Float64Array;
  readonly censored: Float64Array;
}

/**
 * Kaplan and Meier, Journal of the American Statistical Association 1958: the distribution of lengths of which some are
 * unfinished. Those count as longer than they are by now, instead of being dropped or taken for finished. `confidence`
 * is that of the bounds.
 */
export function kaplanMeier(tally: LengthTally, confidence = 0.95): SurvivalCurve {
  if (!(confidence > 0 && confidence < 1))
    throw new StreakStatisticsError('invalidOption', `A confidence of ${confidence}: it must lie between 0 and 1.`);
  const z = normalQuantile((1 + confidence) / 2);
  const steps: SurvivalStep[] = [];
  const n = total(tally.ended) + total(tally.censored);
  let [survival, greenwood] = [1, 0];
  for (let length = 0; length < tally.ended.length; length++) {
    const [ended, censored] = [tally.ended[length]!, tally.censored[length]!];
    if (ended + censored === 0) continue;
    const atRisk = total(tally.ended, length) + total(tally.censored, length);
    const left = total(tally.ended, length + 1) + total(tally.censored, length);
    survival *= left / atRisk;
    greenwood += ended / (atRisk * left);
    steps.push({ length, atRisk, ended, censored, survival, ...boundsOf(survival, greenwood, z) });
  }
  const median = steps.find((step) => step.survival <= 0.5)?.length ?? null;
  return { n, censored: total(tally.censored), steps, median };
}

/** Tallies lengths, of which `censored` ones are unfinished. */
export function tallyLengths(lengths: ArrayLike<number>, censored: ArrayLike<number | boolean>): LengthTally {
  let longest = 0;
  for (let i = 0; i < lengths.length; i++) longest = Math.max(longest, requireLength(lengths[i]!));
  const tally = { ended: new Float64Array(longest + 1), censored: new Float64Array(longest + 1) };
  for (let i = 0; i < lengths.length; i++) (censored[i] ? tally.censored : tally.ended)[lengths[i]!]!++;
  return tally;
}

/**
 * The mean length up to a horizon: of min(length, horizon), the area below the curve. Beyond a horizon an unfinished run
 * says nothing, which is why the plain mean cannot be had. Null without a length.
 */
export function restrictedMean({ n, steps }: Pick<SurvivalCurve, 'n' | 'steps'>, horizon: number): number | null {
  if (n === 0) return null;
  let [area, from, height] = [0, 0, 1];
  for (const { length, survival } of steps) {
    if (length >= horizon) break;
    area += height * (length - from);
    [from, height] = [length, survival];
  }
  return area + height * (horizon - from);
}

function boundsOf(
  survival: number,
  greenwood: number,
  z: number,
): Pick<SurvivalStep, 'standardError' | 'lower' | 'upper'> {
  if (survival === 0) return { standardError: null, lower: null, upper: null };
  if (survival === 1) return { standardError: 0, lower: 1, upper: 1 };
  const reach = Math.exp((z * Math.sqrt(greenwood)) / Math.log(survival));
  return {
    standardError: survival * Math.sqrt(greenwood),
    lower: survival ** (1 / reach),
    upper: survival ** reach,
  };
}

function total(values: Float64Array, from = 0): number {
  let sum = 0;
  for (let i = from; i < values.length; i++) sum += values[i]!;
  return sum;
}

function requireLength(length: number): number {
  if (Number.isInteger(length) && length >= 0) return length;
  throw new StreakStatisticsError(
    'invalidLength',
    `A length of ${length} sessions: it must be a whole number, 0 or more.`,
  );
}
