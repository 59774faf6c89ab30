import type { CalendarRow } from '@streakline/calendar-files';
import type { Moment } from '@streakline/events';
import type { Exchange, MarketMoment, StatedTiming } from '@streakline/market-time';
import type { CalendarNote } from './calendar-import';

/** When a row's announcement was, or is to be, at its exchange. */
export interface RowMoment {
  readonly moment: Moment;
  /** The date at the exchange, YYYY-MM-DD. */
  readonly on: string;
  readonly notes: readonly Omit<CalendarNote, 'line'>[];
}

/** Why a row has no moment. */
export interface NoMoment {
  readonly code: string;
  readonly reason: string;
}

/**
 * The moment of a row: a date with the part of the day that it states, or that its clock time lies in. Throws
 * OutsideCoverageError.
 */
export function momentOfRow(
  { when, timing }: Pick<CalendarRow, 'when' | 'timing'>,
  exchange: Exchange,
  times: 'timing' | 'exact',
): RowMoment | NoMoment {
  if (timing === 'unstated' && 'at' in when && times === 'exact') {
    const moment = { at: new Date(when.at).toISOString() };
    return { moment, on: exchange.dateOf(when.at), notes: notesOn({ at: when.at }, exchange) };
  }
  if (timing === 'unstated' && 'minutes' in when) {
    const clock = `${String(Math.floor(when.minutes / 60)).padStart(2, '0')}:${String(when.minutes % 60).padStart(2, '0')}`;
    const reason = `${clock} of which place? The row names no zone: say it by --zone, such as --zone America/New_York`;
    return { code: 'zoneUnknown', reason };
  }
  const on = 'at' in when ? exchange.dateOf(when.at) : when.on;
  const byClock = 'at' in when ? timingAt(when.at, exchange) : undefined;
  const stated = timing === 'unknown' ? undefined : timing === 'unstated' ? byClock : timing;
  const moment = stated === undefined ? { on } : { on, timing: stated };
  const contradicts = timing !== 'unstated' && stated !== undefined && byClock !== undefined && byClock !== stated;
  const notes = notesOn(moment, exchange);
  return { moment, on, notes: contradicts ? [...notes, clockNote(stated, byClock)] : notes };
}

/** The part of the session's day that an instant lies in; undefined on a day without a session. */
function timingAt(at: number, exchange: Exchange): StatedTiming | undefined {
  const { timing } = exchange.dayZero({ at });
  return timing === 'preMarket' || timing === 'intraday' || timing === 'afterClose' ? timing : undefined;
}

function clockNote(stated: string, byClock: string): Omit<CalendarNote, 'line'> {
  const detail = `the row says ${stated}, and its clock time is ${byClock}: a call's hour, as a rule; ${stated} is taken`;
  return { code: 'clockContradictsTiming', detail };
}

function notesOn(moment: MarketMoment, exchange: Exchange): RowMoment['notes'] {
  const { timing, contradicted, day0 } = exchange.dayZero(moment);
  if (timing !== 'nonTradingDay') return [];
  const on = 'at' in moment ? exchange.dateOf(moment.at) : moment.on;
  const cannotBe = contradicted && 'on' in moment ? `, so it cannot have been ${String(moment.timing)}` : '';
  return [{ code: 'nonTradingDay', detail: `${on} has no session on ${exchange.mic}${cannotBe}: day 0 is ${day0}` }];
}

/** A moment as the calendars of exchanges take it. */
export function marketMoment(moment: Moment): MarketMoment {
  if ('at' in moment) return { at: Date.parse(moment.at) };
  return moment.timing === undefined ? { on: moment.on } : { on: moment.on, timing: moment.timing };
}
