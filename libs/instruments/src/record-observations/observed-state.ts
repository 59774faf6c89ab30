import { ObservationRecorded, type RecordedEvent } from '@streakline/events';
import type { Said } from '../identity/said';

/** `knownAt`: epoch milliseconds. */
export type Observation = Said<typeof ObservationRecorded> & { readonly knownAt: number };

/** What was observed, the newest first: a chain, because a copied table for every event would cost the square of them. */
export interface Observed {
  readonly newest: { readonly observation: Observation; readonly before: Observed } | null;
}

export const observedFold = {
  initialState: { newest: null } as Observed,
  evolve(state: Observed, event: RecordedEvent): Observed {
    if (!ObservationRecorded.is(event)) return state;
    const { position, knownAt } = event;
    return { newest: { observation: { ...event.data, position, knownAt }, before: state } };
  },
};

/** What two observations share that are of the same: kind, source and instant. */
export function keyOfObservation({ kind, source, at }: Pick<Observation, 'kind' | 'source' | 'at'>): string {
  return JSON.stringify([kind, source, Date.parse(at)]);
}

/** All versions on record of some observations, by their keys, oldest first. */
export function versionsIn(
  states: Iterable<Observed>,
  keys: ReadonlySet<string>,
): ReadonlyMap<string, readonly Observation[]> {
  const versions = new Map<string, Observation[]>();
  for (const state of states) {
    for (let link = state.newest; link !== null; link = link.before.newest) {
      const key = keyOfObservation(link.observation);
      if (keys.has(key)) versions.set(key, [link.observation, ...(versions.get(key) ?? [])]);
    }
  }
  return versions;
}
