import type { Known } from '@streakline/dossiers';
import type { Session } from '@streakline/market-time';

/** Total-return value of a tape at each session, 1 at its last bar before the first; without one before it, at its first bar. Null where a session lacks its bar. */
export function benchmarkCurve({ sessions, totalValue }: Known, dates: readonly Session[]): readonly (number | null)[] {
  const places = new Map(sessions.map((session, place) => [session, place]));
  const [first] = dates;
  const before = first === undefined ? -1 : sessions.findLastIndex((session) => session < first);
  const base = totalValue[Math.max(before, 0)];
  return dates.map((date) => {
    const place = places.get(date);
    return place === undefined || base === undefined ? null : totalValue[place]! / base;
  });
}
