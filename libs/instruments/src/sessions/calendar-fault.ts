import type { Fault } from '@streakline/event-store';
import { type Exchange, NotASessionError, OutsideCoverageError } from '@streakline/market-time';

/**
 * Asks a calendar something about what a field holds: the fault of that field where the calendar cannot answer (no
 * session, or outside the years it covers), else undefined. Other errors are thrown on.
 */
export function calendarFault(pointer: string, ask: () => unknown): Fault | undefined {
  try {
    ask();
    return undefined;
  } catch (error) {
    if (error instanceof NotASessionError) return { code: 'notASession', pointer, detail: error.message };
    if (error instanceof OutsideCoverageError) return { code: 'outsideCoverage', pointer, detail: error.message };
    throw error;
  }
}

/** The fault of a field that must hold a session of the exchange, if it does not. */
export function sessionFault(pointer: string, exchange: Exchange, session: string): Fault | undefined {
  return calendarFault(pointer, () => exchange.hours(session));
}
