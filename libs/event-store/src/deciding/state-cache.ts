import type { EventStore } from '../event-store';
import { approximateSize } from './approximate-size';
import type { Fold } from './fold';

interface Folded {
  readonly state: unknown;
  readonly version: number;
  readonly size: number;
}

/** In values (numbers, strings) of the events folded; some 16 to 32 bytes each. */
const MOST = 4_000_000;

/**
 * Folded states, brought up to date by reading only what is new in their streams: a daily bar on a stream of twenty
 * years is cheap. The least recently used leave first.
 */
export class StateCache {
  private readonly states = new Map<string, Folded>();
  private readonly foldNumbers = new WeakMap<object, number>();
  private foldCount = 0;
  private size = 0;

  constructor(private readonly most = MOST) {}

  async load<State>(
    store: EventStore,
    streamId: string,
    fold: Fold<State>,
  ): Promise<{ readonly state: State; readonly version: number }> {
    const key = `${this.numberOf(fold)} ${streamId}`;
    const known = this.states.get(key);
    const events = await store.readStream(streamId, { afterVersion: known?.version ?? 0 });
    let state = known === undefined ? fold.initialState : (known.state as State);
    for (const event of events) state = fold.evolve(state, event);
    const version = events.at(-1)?.streamVersion ?? known?.version ?? 0;
    const size = events.reduce((sum, event) => sum + approximateSize(event.data), known?.size ?? 1);
    this.keep(key, { state, version, size });
    return { state, version };
  }

  private keep(key: string, folded: Folded): void {
    // Another command may have read further in the meantime.
    if ((this.states.get(key)?.version ?? 0) > folded.version) return;
    this.forget(key);
    this.states.set(key, folded);
    this.size += folded.size;
    for (const oldest of this.states.keys()) {
      if (this.size <= this.most) break;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.size -= this.states.get(key)?.size ?? 0;
    this.states.delete(key);
  }

  private numberOf(fold: object): number {
    const known = this.foldNumbers.get(fold);
    if (known !== undefined) return known;
    this.foldNumbers.set(fold, ++this.foldCount);
    return this.foldCount;
  }
}

const caches = new WeakMap<EventStore, StateCache>();

/** The cache of a store. */
export function stateCacheOf(store: EventStore): StateCache {
  const cache = caches.get(store) ?? new StateCache();
  caches.set(store, cache);
  return cache;
}
