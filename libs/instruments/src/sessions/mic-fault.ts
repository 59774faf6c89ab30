import type { Fault } from '@streakline/event-store';
import { exchanges } from '@streakline/market-time';

/** The fault of /mic where it names no exchange whose sessions are known here. */
export function micFault(mic: string): Fault | undefined {
  if (exchanges.includes(mic)) return undefined;
  const detail = `${mic} is no exchange whose sessions are known here. Use one of ${exchanges.join(', ')}.`;
  return { code: 'unknownExchange', pointer: '/mic', detail };
}
