import type { InstrumentId } from '@streakline/events';

/**
 * The stream of what was observed of an instrument in a year (UTC). Years apart, and apart from all else that is said of
 * the instrument, because they are many: a decision reads a whole stream.
 */
export function observationsStream(instrumentId: InstrumentId, year: number): string {
  return `observations-${instrumentId}-${year}`;
}

/** The year under which an observation of an instant is kept. */
export function yearOfObservation({ at }: { readonly at: string }): number {
  return new Date(at).getUTCFullYear();
}
