import { dayOf } from '../facts/day-number';
import type { Known } from '../known/known';

/** The first session on or after a date; null where the calendar does not reach. */
export function sessionFrom(table: Known['table'], date: string): string | null {
  const ordinal = table.ordinalFrom(dayOf(date));
  return ordinal === null ? null : table.sessions[ordinal]!;
}

/** The first session that closes at or after an instant; null where the calendar does not reach. */
export function sessionAt(table: Known['table'], at: number): string | null {
  return table.sessions[table.firstClosingFrom(at)] ?? null;
}
