import type { EventStore } from '../event-store';

const turns = new WeakMap<EventStore, Map<string, Promise<unknown>>>();

/** Runs `work` after all that was queued for the same stream before it, in this process. */
export async function inTurn<T>(store: EventStore, streamId: string, work: () => Promise<T>): Promise<T> {
  const ofStore = turns.get(store) ?? new Map<string, Promise<unknown>>();
  turns.set(store, ofStore);
  const before = ofStore.get(streamId) ?? Promise.resolve();
  const turn = before.then(work, work);
  ofStore.set(streamId, turn);
  try {
    return await turn;
  } finally {
    if (ofStore.get(streamId) === turn) ofStore.delete(streamId);
  }
}
