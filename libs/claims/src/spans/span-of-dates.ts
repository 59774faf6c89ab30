import { fromDay, toDay } from '@streakline/market-time';
import type { Stage } from '../stage/stage';
import type { SpanGap, SpanReading } from './span-reading';

/**
 * One session. Before its close only its low and high can speak for the article; where it is not known whether it came
 * before, both readings are admissible.
 */
export function oneSession(stage: Stage, on: string): readonly SpanReading[] {
  const { exchange } = stage.known;
  if (stage.isSession(on) === false) {
    const why = `${on} is no session of ${exchange.mic}: there was no trading that day.`;
    return [{ reading: [], missing: `a session on ${on}`, why, noSession: true }];
  }
  if (on > stage.publishedOn) {
    const why = `${on} is after the article's own date, ${stage.publishedOn}.`;
    return [{ reading: [], missing: `a session that the article could know of`, why }];
  }
  const last = stage.placeOn(on);
  if (last === -1) return [noBar(stage, on)];
  if (last === 0) return [noBarBefore(stage, on)];
  const closed = stage.closedBefore(on);
  const ends = { base: last - 1, last };
  if (closed === 'yes') return [{ reading: [], ...ends, within: false }];
  if (closed === 'no') return [{ reading: [], ...ends, within: true }];
  return [
    { reading: ['atClose'], ...ends, within: false },
    { reading: ['withinSession'], ...ends, within: true },
  ];
}

/** All sessions of two dates and between, as far as they had closed when the article appeared. */
export function sessionsBetween(stage: Stage, from: string, to: string): SpanReading {
  const end = endOfKnown(stage, to);
  if (typeof end !== 'number') return end;
  const base = stage.placeBeforeDate(from);
  if (base === -1) return noBarBefore(stage, from);
  if (end <= base) return noneBetween(from, to);
  return { reading: [], base, last: end, within: false };
}

/** From the last close of a date or before it. */
export function sinceDate(stage: Stage, from: string): SpanReading {
  const end = endOfKnown(stage, stage.publishedOn);
  if (typeof end !== 'number') return end;
  const base = stage.placeAtOrBefore(from);
  if (base === -1) return noBarBefore(stage, `${from} or on it`);
  if (end <= base) return noneBetween(`the day after ${from}`, stage.publishedOn);
  return { reading: [], base, last: end, within: false };
}

/** A century: no tape reaches back beyond it, and calendars must be able to count so far. */
const MOST_DAYS = 36_500;

/** The last so many sessions; told in days, calendar days are admissible too. */
export function lastOnes(stage: Stage, count: number, unit: 'session' | 'day'): readonly SpanReading[] {
  const end = endOfKnown(stage, stage.publishedOn);
  if (typeof end !== 'number') return [end];
  const sessions = unit === 'day' ? (['sessions'] as const) : [];
  const bySession: SpanReading =
    end - count < 0
      ? noBarBefore(stage, stage.session(0))
      : { reading: sessions, base: end - count, last: end, within: false };
  if (unit === 'session') return [bySession];
  const base = stage.placeAtOrBefore(fromDay(toDay(stage.session(end)) - Math.min(count, MOST_DAYS)));
  return base === -1 ? [bySession] : [bySession, { reading: ['calendarDays'], base, last: end, within: false }];
}

/** The last bar up to a date that had closed by the article's moment; a gap where bars that should be there are not. */
export function endOfKnown(stage: Stage, to: string): number | SpanGap {
  const closed = stage.lastSessionClosed();
  const due = closed === null || closed > to ? lastSessionBy(stage, to) : closed;
  const end = Math.min(stage.placeAtOrBefore(to), stage.lastClosed);
  if (end === -1 || (due !== null && stage.session(end) < due && stage.placeOn(due) === -1)) {
    return noBar(stage, due ?? to);
  }
  return end;
}

function lastSessionBy(stage: Stage, date: string): string | null {
  return stage.ofCalendar(() => stage.known.exchange.lastOnOrBefore(date));
}

export function noBar(stage: Stage, session: string): SpanGap {
  const tape = stage.known.sessions;
  const through = tape.at(-1);
  const reach = through === undefined ? 'has no bars' : `has bars from ${tape[0]} to ${through}`;
  const why = `The tape as known then ${reach}, and none of ${session}.`;
  return { reading: [], missing: `the bar of ${session}`, why };
}

function noBarBefore(stage: Stage, session: string): SpanGap {
  const first = stage.known.sessions[0];
  const reach = first === undefined ? 'has no bars' : `begins on ${first}`;
  return {
    reading: [],
    missing: `a close before ${session}`,
    why: `The tape ${reach}: no close before ${session} is on it.`,
  };
}

function noneBetween(from: string, to: string): SpanGap {
  const why = `No session from ${from} to ${to} had closed when the article appeared.`;
  return { reading: [], missing: `a session from ${from} to ${to} that had closed`, why };
}
