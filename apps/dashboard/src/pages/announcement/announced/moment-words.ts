import { day, shortDay, shortInstant } from '../../../words/times';
import { TIMINGS } from '../../../words/timings';
import type { Act } from '../answers';

export type Moment = Pick<Act, 'announcedAt' | 'announcedOn' | 'timing' | 'certainty'>;

/** For a narrow place: "Announced 5 Feb, after the close". */
export function announcedInWords({ announcedAt, announcedOn, timing }: Moment, zone: string): string {
  if (announcedAt !== undefined) return `Announced ${shortInstant(announcedAt, zone)}`;
  return `Announced ${shortDay(announcedOn)}${timing === undefined ? '' : `, ${TIMINGS[timing]}`}`;
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
