import { benjaminiHochberg, holm, type Stepwise } from '@streakline/event-study';
import { StreakStatisticsError } from '../streak-statistics-error';
import type { StreakTape } from '../tape/streak-tape';
import { comparisons } from './comparisons';
import { commonShiftTest, type DayZeros } from './common-shift';
import { type Estimate, Estimator } from './estimates';
import { match, type Matching } from './matching';
import { type Interval, monthBootstrap } from './month-bootstrap';
import { scoresOf } from './scores';
import { type Sessions, sessionsOf } from './sessions';
import { checkOptions, type StreakStudyOptions } from './streak-study-options';
import type { ComparisonResult, StreakStudyResult } from './streak-study-result';
import { tablesOf } from './tables';
import { outsideWindows } from './windows';

/**
 * What announcements do to runs, each figure beside its base rate: sessions of the same instruments outside every
 * announcement's window, matched on direction and length at base. In steps that yield their progress.
 *
 * Throws StreakStatisticsError where an option makes no sense, where a tape's columns do not fit together, and where no
 * day 0 has a session before it.
 */
export function* runStreakStudy(
  tapes: readonly StreakTape[],
  options: StreakStudyOptions,
): Stepwise<StreakStudyResult> {
  checkOptions(options);
  tapes.forEach(requireTape);
  const sessions = yield* sessionsOf(tapes);
  const dayZeros = dayZerosOf(tapes, sessions);
  const outside = outsideWindows(tapes, sessions.starts, options.window);
  const matching = yield* match(sessions, outside, dayZeros, options.minMatches);
  const { permutations: most, bootstrap: replicates, horizon, confidence, seed } = options;
  const estimator = new Estimator(sessions, matching, horizon);
  const months = sessions.calendar.monthCount;
  const estimates = yield* estimator.estimates(new Uint8Array(months).fill(1));
  const scores = yield* scoresOf(sessions, options.minMatches);
  const shift = yield* commonShiftTest(sessions, scores, dayZeros, { most, seed });
  const intervals = yield* monthBootstrap(estimator, { replicates, confidence, seed, months });
  const results = resultsOf(estimates, most === 0 ? null : shift.pValues, intervals);
  return {
    ...{ primary: primaryOf(results, options), comparisons: results },
    comparisonsMade: results.filter(({ pValue }) => pValue !== null).length,
    ...countsOf(sessions, matching),
    permutation: { offsets: shift.offsets, exhaustive: shift.exhaustive },
    bootstrap: { replicates, confidence },
    ...(yield* tablesOf(sessions, matching, horizon, confidence)),
  };
}

type Counts = Pick<
  StreakStudyResult,
  | 'announcements'
  | 'instruments'
  | 'matchedAcrossInstruments'
  | 'unmatched'
  | 'baseSessions'
  | 'calendarSessions'
  | 'months'
>;

function countsOf({ starts, calendar }: Sessions, { dayZeros, shared, unmatched, eligible }: Matching): Counts {
  return {
    announcements: dayZeros.session.length,
    instruments: starts.length - 1,
    matchedAcrossInstruments: shared,
    unmatched,
    baseSessions: eligible,
    calendarSessions: calendar.days.length,
    months: calendar.monthCount,
  };
}

/** Where the studied day 0s are; a tape's first session has no base, so it is none. */
function dayZerosOf(tapes: readonly StreakTape[], { starts }: Sessions): DayZeros {
  const [session, tape]: [number[], number[]] = [[], []];
  tapes.forEach(({ studied }, i) => {
    for (const place of studied) {
      if (place === 0) continue;
      session.push(starts[i]! + place);
      tape.push(i);
    }
  });
  if (session.length === 0)
    throw new StreakStatisticsError(
      'nothingToCompare',
      'No announcement has a day 0 with a session before it: widen the selection.',
    );
  return { session: Int32Array.from(session), tape: Int32Array.from(tape) };
}

function requireTape({ instrument, days, signs, values, marketCaps, studied, announced }: StreakTape): void {
  const fits = [signs, values, marketCaps].every((column) => column.length === days.length);
  const ascends = days.every((day, i) => i === 0 || day > days[i - 1]!);
  const isPlace = (place: number) => Number.isInteger(place) && place >= 0 && place < days.length;
  if (fits && ascends && studied.every(isPlace) && announced.every(Number.isInteger)) return;
  throw new StreakStatisticsError(
    'invalidTape',
    `The tape of ${instrument} does not fit together: columns of one length, days ascending, studied places on it.`,
  );
}

function resultsOf(
  estimates: readonly Estimate[],
  pValues: readonly (number | null)[] | null,
  intervals: readonly (Interval | null)[],
): readonly ComparisonResult[] {
  const shown = estimates.map(({ n }, at) => (n === 0 ? null : (pValues?.[at] ?? null)));
  const made = shown.filter((p) => p !== null);
  const [byHolm, byShare] = [holm(made), benjaminiHochberg(made)];
  let next = 0;
  return estimates.map(({ n, announced, base }, at) => {
    const pValue = shown[at] ?? null;
    const place = pValue === null ? -1 : next++;
    const difference = announced === null || base === null ? null : announced - base;
    const adjusted = { holm: byHolm[place] ?? null, benjaminiHochberg: byShare[place] ?? null };
    const reason = n === 0 ? 'no matched announcement has this outcome' : null;
    return {
      ...comparisons[at]!,
      ...{ n, announced, base, difference, interval: intervals[at] ?? null, pValue, ...adjusted, reason },
    };
  });
}

function primaryOf(results: readonly ComparisonResult[], { primary }: StreakStudyOptions): ComparisonResult {
  const at = comparisons.findIndex((one) => one.outcome === primary.outcome && one.direction === primary.direction);
  return results[at]!;
}
