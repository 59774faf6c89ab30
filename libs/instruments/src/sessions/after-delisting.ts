import type { Fault } from '@streakline/event-store';
import type { InstrumentState } from '../identity/instrument-state';
import { lastWord } from '../identity/trading-state';

/** The fault of a field with a session on which the instrument no longer traded, as far as is on record. `what`: of what that session would be. */
export function afterDelistingFault(
  pointer: string,
  session: string,
  what: string,
  { delistings }: Pick<InstrumentState, 'delistings'>,
): Fault | undefined {
  const delisting = lastWord(delistings);
  if (delisting === undefined || session <= delisting.lastSession) return undefined;
  const detail =
    `${what} of ${session} would come after ${delisting.lastSession}, the last session of the instrument before it was delisted (${delisting.reason}). ` +
    'Mend the date; if it went on trading, record the delisting again with its later lastSession and announcedOn.';
  return { code: 'afterDelisting', pointer, detail };
}
