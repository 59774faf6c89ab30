import type { KnownPlace } from '@streakline/event-store';

/** The order of knownAt: instants first, then positions. Negative where `a` comes first. */
export function comparePlaces(a: KnownPlace, b: KnownPlace): number {
  return a.knownAt - b.knownAt || a.position - b.position;
}
