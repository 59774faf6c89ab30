import {
  type Exchange,
  exchange,
  NotADateError,
  OutsideCoverageError,
  UnknownExchangeError,
} from '@streakline/market-time';
import { UsageError } from '../failures';

export function findExchange(mic: string): Exchange {
  return orUsageError(() => exchange(mic));
}

/** What the calendars refuse is a mistake in the question. `where` names the place in the input. */
export function orUsageError<Answer>(ask: () => Answer, where = ''): Answer {
  try {
    return ask();
  } catch (error) {
    const refused = [NotADateError, OutsideCoverageError, UnknownExchangeError].some((kind) => error instanceof kind);
    throw refused && error instanceof Error ? new UsageError(`${where}${error.message}`) : error;
  }
}
