import { seededRandom, type Stepwise } from '@streakline/event-study';
import { comparisons, outcomeNames } from './comparisons';
import { type Sessions, sessionAt } from './sessions';
import { isWithin } from './strata';

/** Day 0s, as sessions and with the tapes that they belong to. */
export interface DayZeros {
  readonly session: Int32Array;
  readonly tape: Int32Array;
}

export interface ShiftTest {
  /** In the order of `comparisons`: two-sided; null where no day 0 has the outcome. */
  readonly pValues: readonly (number | null)[];
  /** Shifts that were tried. */
  readonly offsets: number;
  /** Whether those are all that there are, so that the p-values are exact and no seed takes part. */
  readonly exhaustive: boolean;
}

/**
 * The permutation test: the whole calendar of announcements is shifted by one common circular offset in sessions, which
 * keeps the clustering across instruments and the spacing within each. Labels permuted within each instrument for
 * itself would break the clustering, and reject a true null many times too often.
 *
 * The statistic is the sum of the scores over the root of their number. All offsets are tried, or `most` of them drawn by
 * the seed; p is the share of statistics, the one at hand among them, at least as far from their mean.
 */
export function* commonShiftTest(
  sessions: Sessions,
  scores: readonly Float64Array[],
  dayZeros: DayZeros,
  { most, seed }: { readonly most: number; readonly seed: number },
): Stepwise<ShiftTest> {
  const all = sessions.calendar.days.length - 1;
  const offsets = all <= most ? Int32Array.from({ length: Math.max(0, all) }, (_, i) => i + 1) : drawn(all, most, seed);
  const statistics = [statisticsAt(sessions, scores, dayZeros, 0)];
  for (const [done, offset] of offsets.entries()) {
    statistics.push(statisticsAt(sessions, scores, dayZeros, offset));
    yield { phase: 'shifting the calendar of announcements', done, total: offsets.length };
  }
  const pValues = comparisons.map((_, at) => shareAsFar(statistics.map((row) => row[at]!)));
  return { pValues, offsets: offsets.length, exhaustive: all <= most };
}

/** Some of the offsets 1..all, each at most once (the first steps of a Fisher-Yates shuffle). */
function drawn(all: number, most: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  const offsets = Int32Array.from({ length: all }, (_, i) => i + 1);
  for (let i = 0; i < most; i++) {
    const other = i + random.below(all - i);
    [offsets[i], offsets[other]] = [offsets[other]!, offsets[i]!];
  }
  return offsets.subarray(0, most);
}

/** In the order of `comparisons`; NaN where no session has the outcome. */
export function statisticsAt(
  sessions: Sessions,
  scores: readonly Float64Array[],
  { session, tape }: DayZeros,
  offset: number,
): Float64Array {
  const { position, calendar } = sessions;
  const sums = new Float64Array(scores.length * KINDS);
  const counts = new Float64Array(scores.length * KINDS);
  for (let i = 0; i < session.length; i++) {
    const place = (position[session[i]!]! + offset) % calendar.days.length;
    const landed = offset === 0 ? session[i]! : sessionAt(sessions, tape[i]!, place);
    if (landed >= 0) addScores(sessions, scores, landed, sums, counts);
  }
  return Float64Array.from(PLACES_OF, (places) => {
    const [sum, count] = [sums, counts].map((column) => places.reduce((total, at) => total + column[at]!, 0));
    return (sum ?? 0) / Math.sqrt(count ?? 0);
  });
}

/** A place an outcome and kind of stratum. */
function addScores(
  { stratum }: Sessions,
  scores: readonly Float64Array[],
  session: number,
  sums: Float64Array,
  counts: Float64Array,
): void {
  const kind = kindOf(stratum[session]!);
  if (kind < 0) return;
  for (let outcome = 0; outcome < scores.length; outcome++) {
    const score = scores[outcome]![session]!;
    if (Number.isNaN(score)) continue;
    sums[outcome * KINDS + kind]! += score;
    counts[outcome * KINDS + kind]!++;
  }
}

/** 0 where no run is in force at base, 1 where one falls, 2 where one rises; -1 without a base. */
function kindOf(stratum: number): number {
  if (stratum <= 0) return stratum;
  return stratum % 2 === 1 ? 1 : 2;
}

const KINDS = 3;

/** The places whose sums make up each comparison. */
const PLACES_OF: readonly (readonly number[])[] = comparisons.map(({ outcome, direction }) =>
  [0, 1, 2].filter((kind) => isWithin(kind, direction)).map((kind) => outcomeNames.indexOf(outcome) * KINDS + kind),
);

// Shifts that give the same sessions differ by the order in which their scores are added.
const TIE = 1e-12;

function shareAsFar(statistics: readonly number[]): number | null {
  const observed = statistics[0]!;
  if (Number.isNaN(observed)) return null;
  const usable = statistics.filter((value) => !Number.isNaN(value));
  const centre = usable.reduce((sum, value) => sum + value, 0) / usable.length;
  const distance = Math.abs(observed - centre);
  const scale = Math.max(Math.abs(observed), Math.abs(centre));
  return usable.filter((value) => Math.abs(value - centre) >= distance - TIE * scale).length / usable.length;
}
