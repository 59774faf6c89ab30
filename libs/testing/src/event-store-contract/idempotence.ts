import { randomUUID } from 'node:crypto';
import type { Append } from '@streakline/event-store';
import { aStream, anEvent } from './builders';
import type { StoreUnderTest } from './store-under-test';

export function describeIdempotence(stores: () => StoreUnderTest): void {
  const anAppend = (): Append => ({
    streams: [
      {
        streamId: aStream(),
        expectedVersion: 'none',
        events: [anEvent({ id: randomUUID(), keys: ['k1', 'k2'] }), anEvent({ id: randomUUID() })],
      },
      { streamId: aStream(), expectedVersion: 'none', events: [anEvent({ id: randomUUID(), knownAt: 5 })] },
    ],
  });

  it('answers the same events, by id, with their first receipt and stores nothing', async () => {
    const { store, another } = stores();
    const append = anAppend();
    const first = await store.append(append);
    const head = await store.head();
    expect(first).toMatchObject({ outcome: 'appended' });
    for (const repeated of [await store.append(append), await another.append(append)])
      expect(repeated).toEqual({ ...first, outcome: 'alreadyAppended' });
    expect(await store.head()).toBe(head);
  });

  it('stores the same events once when they come many times at the same moment', async () => {
    const { store, another } = stores();
    const append = anAppend();
    const head = await store.head();
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, index) => (index % 2 ? store : another).append(append)),
    );
    expect(results.map((result) => result.outcome).sort()).toEqual([
      ...Array.from({ length: 11 }, () => 'alreadyAppended'),
      'appended',
    ]);
    expect(new Set(results.map((result) => JSON.stringify('events' in result && result.events))).size).toBe(1);
    expect(await store.head()).toBe(head + 3);
  });

  const changes: readonly [string, (event: ReturnType<typeof anEvent>) => ReturnType<typeof anEvent>][] = [
    ['other data', (event) => ({ ...event, data: { what: 'something else' } })],
    ['another type', (event) => ({ ...event, type: 'SomethingElse' })],
    ['another type version', (event) => ({ ...event, typeVersion: 2 })],
    ['another knownAt', (event) => ({ ...event, knownAt: 1 })],
    ['other keys', (event) => ({ ...event, keys: ['other'] })],
  ];
  it.each(changes)('refuses a known id with %s', async (_, change) => {
    const { store } = stores();
    const [streamId, event] = [aStream(), anEvent({ id: randomUUID(), knownAt: 7 })];
    const first = await store.append({ streams: [{ streamId, expectedVersion: 'any', events: [event] }] });
    const head = await store.head();
    const result = await store.append({ streams: [{ streamId, expectedVersion: 'any', events: [change(event)] }] });
    expect(result).toEqual({
      outcome: 'eventIdReused',
      eventId: event.id,
      position: 'events' in first && first.events[0]?.position,
    });
    expect(await store.head()).toBe(head);
  });

  it('refuses a known id in another stream, and beside new events', async () => {
    const { store } = stores();
    const [streamId, event] = [aStream(), anEvent({ id: randomUUID() })];
    await store.append({ streams: [{ streamId, expectedVersion: 'any', events: [event] }] });
    const head = await store.head();
    const elsewhere = await store.append({
      streams: [{ streamId: aStream(), expectedVersion: 'any', events: [event] }],
    });
    const besideNew = await store.append({
      streams: [{ streamId, expectedVersion: 'any', events: [event, anEvent({ id: randomUUID() })] }],
    });
    expect([elsewhere, besideNew]).toEqual([
      expect.objectContaining({ outcome: 'eventIdReused', eventId: event.id }),
      expect.objectContaining({ outcome: 'eventIdReused', eventId: event.id }),
    ]);
    expect(await store.head()).toBe(head);
  });

  it('takes upper and lower case of an id for the same, and refuses one twice in an append', async () => {
    const { store } = stores();
    const [streamId, id] = [aStream(), randomUUID()];
    const append = (written: string) =>
      store.append({ streams: [{ streamId, expectedVersion: 'any', events: [anEvent({ id: written })] }] });
    expect((await append(id)).outcome).toBe('appended');
    expect((await append(id.toUpperCase())).outcome).toBe('alreadyAppended');
    const twice = store.append({
      streams: [{ streamId, expectedVersion: 'any', events: [anEvent({ id }), anEvent({ id })] }],
    });
    await expect(twice).rejects.toThrow(/same id/);
  });
}
