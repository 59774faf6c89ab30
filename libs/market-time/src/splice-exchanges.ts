import { fromDay, toDay } from './calendar-date';
import type { Exchange } from './exchange';
import type { LocalClock } from './local-clock';
import { SessionTable, type SessionColumns } from './session-table';
import { TableExchange } from './table-exchange';

/** An exchange that an instrument was listed on, from a date (YYYY-MM-DD, in that exchange's zone) on. */
export interface ListingPeriod {
  readonly exchange: Exchange;
  /** Absent (and ignored) on the first: it also holds for the time before, as far as it is covered. */
  readonly from?: string;
}

/** A period with its first and last date. */
interface Stretch {
  readonly exchange: Exchange;
  readonly from: string;
  readonly to: string;
}

/**
 * One Exchange for an instrument that moved: its sessions, hours and local dates are those of the exchange it was
 * listed on at the time, and ordinals run on across the seam. `mic` and `zone` are the last one's. A single part (or a
 * row of the same exchange) is returned as it is; else the sessions are copied, which takes a few milliseconds: keep
 * the result.
 *
 * Throws RangeError without parts or unless their dates ascend, OutsideCoverageError where a part is not covered from
 * the eve of its first date on.
 */
export function spliceExchanges(parts: readonly ListingPeriod[]): Exchange {
  const moves = parts.filter((part, index) => index === 0 || part.exchange !== parts[index - 1]?.exchange);
  const last = moves.at(-1)?.exchange;
  if (last === undefined) throw new RangeError('No exchange to splice: give at least one part.');
  if (moves.length === 1) return last;

  const stretches = stretchesOf(moves);
  const coverage = { from: stretches[0]!.from, to: last.coverage.to };
  const closedBecause = () => 'the exchange it was listed on was closed';
  const place = { mic: last.mic, zone: last.zone, coverage, clock: clockOf(stretches), closedBecause };
  return new TableExchange(new SessionTable(place, columnsOf(stretches)));
}

function stretchesOf(moves: readonly ListingPeriod[]): Stretch[] {
  return moves.map(({ exchange, from }, index) => {
    const start = index === 0 ? exchange.coverage.from : from;
    const next = moves[index + 1];
    const end = next === undefined ? exchange.coverage.to : dayBefore(next);
    const endsBefore = start !== undefined && next !== undefined && toDay(start) > toDay(end);
    if (start === undefined || endsBefore) throw outOfOrder(exchange, start);
    return { exchange, from: start, to: end };
  });
}

function dayBefore({ exchange, from }: ListingPeriod): string {
  if (from === undefined) throw outOfOrder(exchange, from);
  return fromDay(toDay(from) - 1);
}

function outOfOrder({ mic }: Exchange, from: string | undefined): RangeError {
  return new RangeError(
    `Cannot splice ${mic} from ${from ?? 'no date'}: every part after the first needs a later date.`,
  );
}

function columnsOf(stretches: readonly Stretch[]): SessionColumns {
  const sessions = stretches.map(({ exchange, from, to }) => exchange.sessions(from, to));
  const count = sessions.reduce((sum, { length }) => sum + length, 0);
  const columns = { days: new Int32Array(count), opens: new Float64Array(count), closes: new Float64Array(count) };
  let row = 0;
  for (const [index, { exchange }] of stretches.entries()) {
    for (const session of sessions[index] ?? []) {
      const { open, close } = exchange.hours(session);
      columns.days[row] = toDay(session);
      columns.opens[row] = open;
      columns.closes[row] = close;
      row += 1;
    }
  }
  return columns;
}

function clockOf(stretches: readonly Stretch[]): LocalClock {
  const seams = stretches.map((stretch, index) =>
    index === 0 ? -Infinity : seamBetween(stretches[index - 1]!, stretch),
  );
  const at = (instant: number) =>
    stretches[
      Math.max(
        0,
        seams.findLastIndex((seam) => seam <= instant),
      )
    ]!;
  const on = (date: string) =>
    stretches[
      Math.max(
        0,
        stretches.findLastIndex(({ from }) => from <= date),
      )
    ]!;
  return {
    dayOf: (instant) => toDay(at(instant).exchange.dateOf(instant)),
    endOf: (day) => on(fromDay(day)).exchange.endOfDate(fromDay(day)),
  };
}

/**
 * The instant from which the later exchange's dates are the local ones: its midnight, but not before the last close of
 * the one that was left. East of New York a new day begins while New York still trades, and that session is today's.
 */
function seamBetween(left: Stretch, joined: Stretch): number {
  const midnight = joined.exchange.endOfDate(fromDay(toDay(joined.from) - 1)) + 1;
  const lastSession = left.exchange.sessions(left.from, left.to).at(-1);
  return lastSession === undefined ? midnight : Math.max(midnight, left.exchange.hours(lastSession).close);
}
