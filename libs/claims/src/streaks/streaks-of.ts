import { changeOf, runSpansOf } from '@streakline/dossiers';
import { toDay } from '@streakline/market-time';
import type { Stage } from '../stage/stage';
import type { Streak, StreakUnit } from './streak';

/** Streaks as they stood at the close of a place, in order of time: runs of sessions, or of weeks or months by their last closes. */
export function streaksOf(stage: Stage, unit: StreakUnit, upTo: number): readonly Streak[] {
  if (unit === 'week' || unit === 'month') return streaksOfPeriods(stage, unit, upTo);
  return runSpansOf(stage.known)
    .spans.filter(({ first }) => first <= upTo)
    .map(({ sign, first, last }) => streak(stage, unit, sign, first - 1, Math.min(last, upTo)));
}

/** A row of sessions, counted in the unit that was asked for. */
export function streak(stage: Stage, unit: StreakUnit, sign: 1 | -1, base: number, last: number): Streak {
  return { sign, base, last, length: unit === 'calendarDay' ? calendarDays(stage, base, last) : last - base };
}

/** From the first session of a row to its last, both included. */
export function calendarDays(stage: Stage, base: number, last: number): number {
  return toDay(stage.session(last)) - toDay(stage.session(base + 1)) + 1;
}

function streaksOfPeriods(stage: Stage, unit: 'week' | 'month', upTo: number): readonly Streak[] {
  const { value } = stage.known;
  const ends = endsOfPeriods(stage, unit, upTo);
  const streaks: Streak[] = [];
  for (let i = 1; i < ends.length; i++) {
    const [before, last] = [ends[i - 1]!, ends[i]!];
    const sign = Math.sign(changeOf(value[before]!, value[last]!));
    if (sign !== 1 && sign !== -1) continue;
    const open = streaks.at(-1);
    if (open?.sign === sign && open.last === before)
      streaks[streaks.length - 1] = { ...open, last, length: open.length + 1 };
    else streaks.push({ sign, base: before, last, length: 1 });
  }
  return streaks;
}

/** The last bars of all weeks (Monday to Sunday) or months that were over at a place. */
export function endsOfPeriods(stage: Stage, unit: 'week' | 'month', upTo: number): readonly number[] {
  const { ordinals, table } = stage.known;
  const ends: number[] = [];
  for (let place = 0; place <= upTo; place++) {
    const next = table.sessions[ordinals[place]! + 1];
    if (next !== undefined && periodOf(next, unit) !== periodOf(stage.session(place), unit)) ends.push(place);
  }
  return ends;
}

/** 1970-01-01 was a Thursday. */
export function periodOf(date: string, unit: 'week' | 'month'): string {
  return unit === 'month' ? date.slice(0, 'YYYY-MM'.length) : String(Math.floor((toDay(date) + 3) / 7));
}
