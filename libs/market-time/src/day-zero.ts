import type { DayZero, MarketMoment, Timing } from './exchange';
import type { SessionTable } from './session-table';

type DateMoment = Exclude<MarketMoment, { readonly at: number }>;

/** Day 0: the first session whose close is after the instant. The close itself belongs to the next session. */
export function dayZeroOfInstant(table: SessionTable, at: number): DayZero {
  const today = table.dayOf(at);
  const ordinal = table.ordinalClosingAfter(at);
  return {
    timing: timingOf(table, at, today, ordinal),
    baseSession: table.session(ordinal - 1, 'the session before day 0 of', at),
    day0: table.session(ordinal, 'day 0 of', at),
    assumed: false,
    candidates: [],
    contradicted: false,
  };
}

function timingOf(table: SessionTable, at: number, today: number, ordinal: number): Timing {
  const { days, opens } = table.columns;
  if (days[ordinal] === today) return at < opens[ordinal]! ? 'preMarket' : 'intraday';
  return days[ordinal - 1] === today ? 'afterClose' : 'nonTradingDay';
}

/**
 * Day 0 of a date without a time of day. On a date without a session the part of the day does not matter: whenever it
 * was, the next session is the first that could react, so nothing is assumed even where the timing is unknown.
 */
export function dayZeroOfDate(table: SessionTable, { on, timing }: DateMoment): DayZero {
  const day = table.day(on);
  const hasSession = table.hasSession(day);
  const ordinal = table.ordinalOnOrAfter(day) + (hasSession && timing === 'afterClose' ? 1 : 0);
  const assumed = hasSession && timing === undefined;
  const day0 = table.session(ordinal, 'day 0 of', on);
  return {
    timing: hasSession ? (timing ?? 'unknown') : 'nonTradingDay',
    baseSession: table.session(ordinal - 1, 'the session before day 0 of', on),
    day0,
    assumed,
    candidates: assumed ? [day0, table.session(ordinal + 1, 'the later candidate for day 0 of', on)] : [],
    contradicted: !hasSession && timing !== undefined,
  };
}

/**
 * The latest instant that a date without a time of day can stand for. It falls on the same day 0 as the stated timing
 * does: so an intraday one is a millisecond before the close, because the close itself belongs to the next session.
 * Where the timing cannot be true, only the date is left.
 */
export function latestInstantOfDate(table: SessionTable, { on, timing }: DateMoment): number {
  const day = table.day(on);
  const ordinal = table.ordinalOnOrAfter(day);
  if (table.hasSession(day) && timing === 'preMarket') return table.columns.opens[ordinal]! - 1;
  if (table.hasSession(day) && timing === 'intraday') return table.columns.closes[ordinal]! - 1;
  return table.place.clock.endOf(day);
}
