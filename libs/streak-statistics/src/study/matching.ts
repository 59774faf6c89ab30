import type { Stepwise, StudyProgress } from '@streakline/event-study';
import { type Cells, cellsOf, ownCell, sharedCell } from './cells';
import type { DayZeros } from './common-shift';
import type { Sessions } from './sessions';

/** Day 0s, and the sessions outside every announcement's window that each is held against. */
export interface Matching {
  readonly dayZeros: DayZeros;
  /** Of each day 0; -1 where no session outside the windows has its direction and length at base. */
  readonly group: Int32Array;
  /** Direction and length at base of each group. */
  readonly strata: Int32Array;
  readonly pool: MatchedPool;
  /** Sessions outside every window that have a base, matched or not. */
  readonly eligible: number;
  /** Day 0s whose own instrument has too few such sessions, so that those of all instruments stand in. */
  readonly shared: number;
  readonly unmatched: number;
}

/** The sessions that some group uses, by month. */
export interface MatchedPool {
  readonly session: Int32Array;
  /** The group of its own instrument, and the one of all instruments, that it belongs to; -1: none is used. */
  readonly own: Int32Array;
  readonly shared: Int32Array;
  /** By month where its sessions start; one more at the end. */
  readonly monthStarts: Int32Array;
}

/**
 * Matches each day 0 with the sessions (never the runs: a random session sits in a longer run than a random run is long)
 * of the same instrument, outside every announcement's window, that have the same direction and length at base. Where
 * there are fewer than `minMatches`, those of all instruments of the study are taken. In steps of a tape.
 */
export function* match(
  sessions: Sessions,
  outside: Uint8Array,
  dayZeros: DayZeros,
  minMatches: number,
): Stepwise<Matching> {
  const cells = cellsOf(sessions);
  const counts = yield* countOutside(sessions, outside, cells);
  const cellOfDay0 = dayZeros.session.map((session, i) => {
    const stratum = sessions.stratum[session]!;
    const own = ownCell(cells, dayZeros.tape[i]!, stratum);
    if (counts[own]! >= minMatches) return own;
    const shared = sharedCell(cells, stratum);
    return counts[shared]! >= minMatches ? shared : -1;
  });
  const used = [...new Set(cellOfDay0)].filter((cell) => cell >= 0).sort((a, b) => a - b);
  const groupOf = new Int32Array(cells.count).fill(-1);
  used.forEach((cell, group) => (groupOf[cell] = group));
  const firstShared = sharedCell(cells, 0);
  return {
    dayZeros,
    group: cellOfDay0.map((cell) => groupOf[cell] ?? -1),
    strata: Int32Array.from(used, (cell) => cell % cells.strata),
    pool: yield* poolOf(sessions, outside, cells, groupOf),
    eligible: counts.subarray(firstShared).reduce((sum, count) => sum + count, 0),
    shared: cellOfDay0.filter((cell) => cell >= firstShared).length,
    unmatched: cellOfDay0.filter((cell) => cell < 0).length,
  };
}

/** By cell, own and shared: sessions outside the windows. */
function* countOutside({ starts, stratum }: Sessions, outside: Uint8Array, cells: Cells): Stepwise<Int32Array> {
  const counts = new Int32Array(cells.count);
  for (let tape = 0; tape < cells.tapes; tape++) {
    for (let i = starts[tape]!; i < starts[tape + 1]!; i++) {
      if (outside[i] === 0 || stratum[i]! < 0) continue;
      counts[ownCell(cells, tape, stratum[i]!)]!++;
      counts[sharedCell(cells, stratum[i]!)]!++;
    }
    yield matchingTape(tape, cells);
  }
  return counts;
}

function* poolOf(sessions: Sessions, outside: Uint8Array, cells: Cells, groupOf: Int32Array): Stepwise<MatchedPool> {
  const { starts, stratum, position, calendar } = sessions;
  // By month, and tape after tape within one: resampling months reads what lies together.
  const months = Array.from({ length: calendar.monthCount }, (): number[] => []);
  for (let tape = 0; tape < cells.tapes; tape++) {
    for (let i = starts[tape]!; i < starts[tape + 1]!; i++) {
      if (outside[i] === 0 || stratum[i]! < 0) continue;
      const own = groupOf[ownCell(cells, tape, stratum[i]!)]!;
      const shared = groupOf[sharedCell(cells, stratum[i]!)]!;
      if (own >= 0 || shared >= 0) months[calendar.months[position[i]!]!]!.push(i, own, shared);
    }
    yield matchingTape(tape, cells);
  }
  return inColumns(months);
}

/** Threes of session, own group and shared one, put one month after the other. */
function inColumns(months: readonly (readonly number[])[]): MatchedPool {
  const monthStarts = new Int32Array(months.length + 1);
  months.forEach((threes, month) => (monthStarts[month + 1] = monthStarts[month]! + threes.length / 3));
  const count = monthStarts[months.length]!;
  const [session, own, shared] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  let at = 0;
  for (const threes of months) {
    for (let i = 0; i < threes.length; i += 3, at++) {
      [session[at], own[at], shared[at]] = [threes[i]!, threes[i + 1]!, threes[i + 2]!];
    }
  }
  return { session, own, shared, monthStarts };
}

function matchingTape(done: number, { tapes }: Cells): StudyProgress {
  return { phase: 'matching sessions', done, total: tapes };
}
