import type { Stepwise, StudyProgress } from '@streakline/event-study';
import { cellsOf, ownCell, sharedCell } from './cells';
import { meanOutcomes, outcomeNames } from './comparisons';
import type { Sessions } from './sessions';

/**
 * By how much each session's outcome exceeds what is expected of its direction and length at base: in the order of
 * `outcomeNames`, NaN where the outcome does not apply.
 *
 * The expectation is that of all sessions of the same instrument, announcements' own among them, so that the
 * announcements as they are and as they are shifted are judged alike. Of lengths it is the cumulated hazard (Nelson and
 * Aalen) less the run's end: the martingale residuals whose sum is the numerator of a stratified log-rank test
 * (Mantel 1966), which unfinished runs enter with what is known of them. Cells below `minMatches` sessions are taken
 * together over the instruments.
 */
export function* scoresOf(sessions: Sessions, minMatches: number): Stepwise<readonly Float64Array[]> {
  const cellOf = yield* cellsBySession(sessions, minMatches);
  const means: Float64Array[] = [];
  for (const outcome of sessions.outcomes) means.push(yield* beyondMean(outcome, cellOf));
  const lengths = yield* beyondHazard(sessions, cellOf);
  return outcomeNames.map((outcome) =>
    outcome === 'lengthFromDay0' ? lengths : means[meanOutcomes.indexOf(outcome)]!,
  );
}

interface CellOfSessions {
  readonly of: Int32Array;
  readonly count: number;
}

function* cellsBySession(sessions: Sessions, minMatches: number): Stepwise<CellOfSessions> {
  const { starts, stratum } = sessions;
  const cells = cellsOf(sessions);
  const of = new Int32Array(stratum.length).fill(-1);
  const counts = new Int32Array(cells.count);
  for (let tape = 0; tape < cells.tapes; tape++) {
    for (let i = starts[tape]!; i < starts[tape + 1]!; i++) {
      if (stratum[i]! >= 0) counts[(of[i] = ownCell(cells, tape, stratum[i]!))]!++;
    }
    yield scoring(tape, cells.tapes);
  }
  for (let i = 0; i < of.length; i++) {
    if (i % A_STEP === 0) yield scoring(i, of.length);
    if (of[i]! >= 0 && counts[of[i]!]! < minMatches) of[i] = sharedCell(cells, stratum[i]!);
  }
  return { of, count: cells.count };
}

function* beyondMean(outcome: Float64Array, cells: CellOfSessions): Stepwise<Float64Array> {
  const sums = new Float64Array(cells.count);
  const counts = new Float64Array(cells.count);
  for (let i = 0; i < outcome.length; i++) {
    if (i % A_STEP === 0) yield scoring(i, outcome.length);
    if (Number.isNaN(outcome[i])) continue;
    sums[cells.of[i]!]! += outcome[i]!;
    counts[cells.of[i]!]!++;
  }
  const beyond = new Float64Array(outcome.length).fill(Number.NaN);
  for (let i = 0; i < outcome.length; i++) {
    if (i % A_STEP === 0) yield scoring(i, outcome.length);
    const cell = cells.of[i]!;
    if (cell >= 0) beyond[i] = outcome[i]! - sums[cell]! / counts[cell]!;
  }
  return beyond;
}

function* beyondHazard({ length, unfinished }: Sessions, cells: CellOfSessions): Stepwise<Float64Array> {
  const scores = new Float64Array(length.length).fill(Number.NaN);
  const { ends, sorted } = yield* membersOf(cells);
  for (let cell = 0; cell < cells.count; cell++) {
    if (ends[cell] === ends[cell + 1]) continue;
    const members = sorted.subarray(ends[cell], ends[cell + 1]);
    const hazard = cumulatedHazard(members, length, unfinished);
    for (const i of members) scores[i] = hazard[length[i]!]! - (unfinished[i] === 1 ? 0 : 1);
    if (cell % CELLS_A_STEP === 0) yield scoring(cell, cells.count);
  }
  return scores;
}

/** The sessions, those of a cell together: `sorted` from `ends[cell]` to `ends[cell + 1]`. */
function* membersOf({ of, count }: CellOfSessions): Stepwise<{ ends: Int32Array; sorted: Int32Array }> {
  const ends = new Int32Array(count + 1);
  for (const cell of of) if (cell >= 0) ends[cell + 1]!++;
  yield scoring(0, count);
  for (let cell = 0; cell < count; cell++) ends[cell + 1]! += ends[cell]!;
  const next = ends.slice();
  const sorted = new Int32Array(ends[count]!);
  for (let i = 0; i < of.length; i++) {
    if (i % A_STEP === 0) yield scoring(i, of.length);
    if (of[i]! >= 0) sorted[next[of[i]!]!++] = i;
  }
  return { ends, sorted };
}

// Sessions, and cells, that take some milliseconds.
const A_STEP = 20_000;
const CELLS_A_STEP = 100;

function scoring(done: number, total: number): StudyProgress {
  return { phase: 'holding sessions against their like', done, total };
}

/** By length: the sum up to it of the share that ends there among those at least as long. */
function cumulatedHazard(members: Int32Array, length: Int32Array, unfinished: Uint8Array): Float64Array {
  let longest = 0;
  for (const i of members) longest = Math.max(longest, length[i]!);
  const [all, ended] = [new Float64Array(longest + 1), new Float64Array(longest + 1)];
  for (const i of members) {
    all[length[i]!]!++;
    if (unfinished[i] === 0) ended[length[i]!]!++;
  }
  let [atRisk, cumulated] = [members.length, 0];
  return all.map((here, at) => {
    cumulated += ended[at]! / atRisk;
    atRisk -= here;
    return cumulated;
  });
}
