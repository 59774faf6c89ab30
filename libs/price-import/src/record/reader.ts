import type { EventStore, LoadState } from '@streakline/event-store';

/** Reads and folds streams for questions outside a decision. */
export function reader(store: EventStore): LoadState {
  return async (streamId, fold) => {
    const events = await store.readStream(streamId);
    const state = events.reduce((before, event) => fold.evolve(before, event), fold.initialState);
    return { state, version: events.length };
  };
}
