import type { Stepwise } from '@streakline/event-study';
import { runColumnsOf } from '../tape/run-columns';
import type { StreakTape } from '../tape/streak-tape';
import { meanOutcomes } from './comparisons';
import { calendarOf, placesOn, type SessionCalendar } from './session-calendar';
import { stratumOf } from './strata';

/** Every session of every tape in columns, tape after tape, each seen as if it were a day 0. */
export interface Sessions {
  readonly calendar: SessionCalendar;
  /** By tape, where its sessions start; one more at the end. */
  readonly starts: Int32Array;
  /** The place on the calendar. */
  readonly position: Int32Array;
  /** Direction and length at base; -1 for a tape's first session, which has no base. */
  readonly stratum: Int32Array;
  /** 1 where the session keeps or makes a direction: extended or began; 0 where it ended a run or began none. */
  readonly moved: Uint8Array;
  /** Sessions from this one on of the run in force at base, or that this one begins. */
  readonly length: Int32Array;
  /** 1 where that run reaches the tape's end, so that it may become longer. */
  readonly unfinished: Uint8Array;
  /** By the order of `meanOutcomes`; NaN where an outcome does not apply or is not known. */
  readonly outcomes: readonly Float64Array[];
}

/** Lays the tapes out, in steps of a tape. */
export function* sessionsOf(tapes: readonly StreakTape[]): Stepwise<Sessions> {
  const starts = new Int32Array(tapes.length + 1);
  tapes.forEach(({ days }, tape) => (starts[tape + 1] = starts[tape]! + days.length));
  const count = starts[tapes.length]!;
  const calendar = yield* calendarOf(tapes);
  const sessions: Sessions = {
    calendar,
    starts,
    position: new Int32Array(count),
    stratum: new Int32Array(count).fill(-1),
    moved: new Uint8Array(count),
    length: new Int32Array(count),
    unfinished: new Uint8Array(count),
    outcomes: meanOutcomes.map(() => new Float64Array(count).fill(Number.NaN)),
  };
  for (const [done, tape] of tapes.entries()) {
    fill(sessions, tape, starts[done]!);
    yield { phase: 'laying out the sessions', done, total: tapes.length };
  }
  return sessions;
}

function fill(sessions: Sessions, tape: StreakTape, start: number): void {
  const { signs, days } = tape;
  const positions = placesOn(sessions.calendar, days);
  const { first, last } = runColumnsOf(signs);
  for (let day0 = 0; day0 < days.length; day0++) {
    const at = start + day0;
    sessions.position[at] = positions[day0]!;
    if (day0 === 0) continue;
    const base = day0 - 1;
    const inForce = signs[base]!;
    const goesOn = signs[day0] !== 0 && (inForce === 0 || signs[day0] === inForce);
    const end = goesOn ? last[day0]! : base;
    sessions.stratum[at] = stratumOf(inForce, inForce === 0 ? 0 : day0 - first[base]!);
    sessions.moved[at] = goesOn ? 1 : 0;
    sessions.length[at] = end - base;
    sessions.unfinished[at] = goesOn && end === days.length - 1 ? 1 : 0;
    const from = inForce === 0 ? base : first[base]! - 1;
    figuresOf(tape, inForce, from, base, end).forEach((figure, i) => (sessions.outcomes[i]![at] = figure));
  }
}

/** In the order of `meanOutcomes`. The run goes from the close of `from` to that of `end`, and `base` lies in between. */
function figuresOf({ values, marketCaps }: StreakTape, inForce: number, from: number, base: number, end: number) {
  const moved = end > base ? 1 : 0;
  return [
    inForce === 0 ? Number.NaN : moved,
    inForce === 0 ? moved : Number.NaN,
    values[end]! / values[base]! - 1,
    marketCaps[end]! / marketCaps[base]! - 1,
    marketCaps[end]! / marketCaps[from]! - 1,
  ];
}

/** The session of a tape on a place of the calendar; -1 where it has no bar. */
export function sessionAt({ starts, position }: Sessions, tape: number, place: number): number {
  let [low, high] = [starts[tape]!, starts[tape + 1]! - 1];
  // Without gaps it is right here; a gap can only have moved it to the left.
  const guess = low + place - (position[low] ?? 0);
  if (guess < low) return -1;
  if (guess <= high && position[guess] === place) return guess;
  high = Math.min(high, guess);
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (position[middle]! === place) return middle;
    if (position[middle]! < place) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
