import type { RecordedEvent } from '@streakline/events';
import { aStream, anEvent, collect, until } from './builders';
import type { StoreUnderTest } from './store-under-test';

export function describeSubscribing(stores: () => StoreUnderTest): void {
  const appendTo = (store: StoreUnderTest['store'], count = 1) =>
    store.append({
      streams: [
        { streamId: aStream(), expectedVersion: 'any', events: Array.from({ length: count }, () => anEvent()) },
      ],
    });

  it('hands a subscriber the past, then what is written, here and elsewhere, in order and once', async () => {
    const { store, another } = stores();
    const before = await store.head();
    await appendTo(store, 5);
    const seen: number[] = [];
    const subscription = store.subscribe({
      after: before,
      maxBatch: 2,
      handle: async (events) => void seen.push(...events.map((event) => event.position)),
    });
    await Promise.all(Array.from({ length: 20 }, (_, index) => appendTo(index % 2 ? store : another)));
    await until('25 events', () => seen.length >= 25);
    await subscription.stop();
    await appendTo(store);
    expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => before + 1 + index));
    expect(subscription.position).toBe(before + 25);
  });

  it('gives the handler at most maxBatch events, and the next batch only when it has returned', async () => {
    const { store } = stores();
    const before = await store.head();
    await appendTo(store, 50);
    let [running, mostAtOnce, largest, count] = [0, 0, 0, 0];
    const handle = async (events: readonly RecordedEvent[]) => {
      mostAtOnce = Math.max(mostAtOnce, ++running);
      largest = Math.max(largest, events.length);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      count += events.length;
    };
    const subscription = store.subscribe({ after: before, maxBatch: 7, handle });
    await until('50 events', () => count === 50);
    await subscription.stop();
    expect([mostAtOnce, largest]).toEqual([1, 7]);
  });

  it('wakes a subscriber of another process long before any poll', async () => {
    const { store, another } = stores();
    const seenAt: number[] = [];
    const subscription = another.subscribe({
      after: await store.head(),
      handle: async () => void seenAt.push(performance.now()),
    });
    const delays: number[] = [];
    for (let round = 1; round <= 15; round++) {
      await appendTo(store);
      const appendedAt = performance.now();
      await until(`wake-up ${round}`, () => seenAt.length >= round);
      delays.push((seenAt[round - 1] ?? Infinity) - appendedAt);
    }
    await subscription.stop();
    expect(delays.sort((x, y) => x - y)[7]).toBeLessThan(100);
  });

  it('ends a subscription with its handler’s error, and has not moved past what failed', async () => {
    const { store } = stores();
    const before = await store.head();
    const subscription = store.subscribe({
      after: before,
      handle: () => Promise.reject(new Error('cannot fold this')),
    });
    await appendTo(store);
    await expect(subscription.ended).rejects.toThrow('cannot fold this');
    expect(subscription.position).toBe(before);
  });

  it('resolves stop when the batch in hand is done, and ended with it', async () => {
    const { store } = stores();
    const before = await store.head();
    let release: () => void = () => undefined;
    let handled = 0;
    const subscription = store.subscribe({
      after: before,
      maxBatch: 1,
      handle: async () => {
        await new Promise<void>((resolve) => (release = resolve));
        handled++;
      },
    });
    const initial = release;
    await appendTo(store, 3);
    await until('the handler is called', () => release !== initial);
    const stopped = subscription.stop();
    release();
    await Promise.all([stopped, subscription.ended]);
    expect([handled, subscription.position]).toEqual([1, before + 1]);
  });

  it('shows every subscriber the same as reading all', async () => {
    const { store, another } = stores();
    const before = await store.head();
    const seen: RecordedEvent[][] = [[], []];
    const subscriptions = [store, another].map((each, index) =>
      each.subscribe({ after: before, handle: async (events) => void seen[index]?.push(...events) }),
    );
    await Promise.all(Array.from({ length: 10 }, () => appendTo(store, 2)));
    await until('all is seen', () => seen.every((events) => events.length === 20));
    await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    expect(seen).toEqual([await collect(store, before), await collect(store, before)]);
  });
}
