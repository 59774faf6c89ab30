import { day, instant, shortDay, shortInstant } from '../../../words/times';
import type { Act } from '../answers';

export type Moment = Pick<Act, 'announcedAt' | 'announcedOn' | 'timing' | 'certainty'>;

export const TIMINGS: Readonly<Record<string, string>> = {
  preMarket: 'before the open',
  intraday: 'during trading',
  afterClose: 'after the close',
  nonTradingDay: 'on a day without a session',
  unknown: 'time of day not known',
};

/** "Thu 5 Feb 2026, after the close", or the instant in the exchange's zone. */
export function momentInWords({ announcedAt, announcedOn, timing }: Moment, zone: string): string {
  if (announcedAt !== undefined) return instant(announcedAt, zone);
  return `${day(announcedOn)}, ${TIMINGS[timing ?? 'unknown'] ?? ''}`;
}

/** The same for a narrow place: "Announced 5 Feb, after the close". */
export function announcedInWords({ announcedAt, announcedOn, timing }: Moment, zone: string): string {
  if (announcedAt !== undefined) return `Announced ${shortInstant(announcedAt, zone)}`;
  return `Announced ${shortDay(announcedOn)}${timing === undefined ? '' : `, ${TIMINGS[timing] ?? timing}`}`;
}

const CERTAINTIES: Readonly<Record<Moment['certainty'], string>> = {
  exact: 'the instant is known',
  timed: 'the date and the part of the day are known, not the minute',
  assumed: 'only the date is known',
};

export function certaintyInWords({ certainty }: Moment): string {
  return CERTAINTIES[certainty];
}

/** Of a moment that is assumed: what day 0 is taken to be, and what else it can be. */
export function candidatesInWords(candidates: readonly string[], day0: string | null): string | null {
  if (candidates.length === 0) return null;
  return `Day 0 can be ${candidates.map(day).join(' or ')}; it is taken to be ${day(day0)}.`;
}
