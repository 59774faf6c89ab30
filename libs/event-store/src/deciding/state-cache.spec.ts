import type { RecordedEvent } from '@streakline/events';
import { anEvent, asRecorded } from '@streakline/testing';
import type { EventStore } from '../event-store';
import type { Fold } from './fold';
import { StateCache } from './state-cache';

describe('the cache of folded states', () => {
  const sum: Fold<number> = { initialState: 0, evolve: (state, event) => state + (event.data as number[]).length };
  const events: readonly RecordedEvent[] = [anEvent({ data: [1, 2, 3] }), anEvent({ data: [4, 5] })].map(asRecorded);
  /** A store whose streams all hold the same two events, and which remembers what it was asked. */
  const recordingStore = () => {
    const asked: string[] = [];
    const readStream: EventStore['readStream'] = async (streamId, { afterVersion = 0 } = {}) => {
      asked.push(`${streamId}>${afterVersion}`);
      return events.filter((event) => event.streamVersion > afterVersion);
    };
    return { asked, store: { readStream } as EventStore };
  };

  it('asks again only for what is new', async () => {
    const [{ asked, store }, cache] = [recordingStore(), new StateCache()];
    expect(await cache.load(store, 'a', sum)).toEqual({ state: 5, version: 2 });
    expect(await cache.load(store, 'a', sum)).toEqual({ state: 5, version: 2 });
    expect(asked).toEqual(['a>0', 'a>2']);
  });

  it('keeps each fold of a stream apart', async () => {
    const [{ store }, cache] = [recordingStore(), new StateCache()];
    const many: Fold<number> = { initialState: 100, evolve: (state) => state + 1 };
    await cache.load(store, 'a', sum);
    expect(await cache.load(store, 'a', many)).toEqual({ state: 102, version: 2 });
  });

  it('lets the least recently used go when it holds too much', async () => {
    // Either stream weighs 8: a value for itself and each list, and one for each number.
    const [{ asked, store }, cache] = [recordingStore(), new StateCache(17)];
    for (const streamId of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.load(store, streamId, sum);
    expect(asked).toEqual(['a>0', 'b>0', 'a>2', 'c>0', 'a>2', 'b>0']);
  });
});
