import { exchange, exchanges } from '@streakline/market-time';

/**
 * Sessions of an exchange that lack their bar, between the first and the last that have one; none where nobody here
 * knows the exchange's sessions.
 *
 * @param from the tape may begin on another exchange: the date from which on it is this one
 */
export function missingSessions(mic: string, from: string | null, sessions: readonly string[]): readonly string[] {
  const known = sessions.filter((session) => from === null || session >= from);
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || !exchanges.includes(mic)) return [];
  const { coverage, sessions: sessionsOf } = bound(mic);
  if (first < coverage.from || last > coverage.to) return [];
  const has = new Set(known);
  return sessionsOf(first, last).filter((session) => !has.has(session));
}

function bound(mic: string) {
  const at = exchange(mic);
  return { coverage: at.coverage, sessions: (first: string, last: string) => at.sessions(first, last) };
}
