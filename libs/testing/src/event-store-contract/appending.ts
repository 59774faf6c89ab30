import { randomUUID } from 'node:crypto';
import { aStream, anEvent } from './builders';
import type { StoreUnderTest } from './store-under-test';

export function describeAppending(stores: () => StoreUnderTest): void {
  it('numbers a stream from 1 and the whole store without gaps', async () => {
    const { store } = stores();
    const [streamId, before] = [aStream(), await store.head()];
    const first = await store.append({
      streams: [{ streamId, expectedVersion: 'none', events: [anEvent(), anEvent()] }],
    });
    const second = await store.append({ streams: [{ streamId, expectedVersion: 2, events: [anEvent()] }] });
    expect(first).toMatchObject({
      outcome: 'appended',
      events: [
        { position: before + 1, streamVersion: 1, streamId },
        { position: before + 2, streamVersion: 2 },
      ],
    });
    expect(second).toMatchObject({ outcome: 'appended', events: [{ position: before + 3, streamVersion: 3 }] });
    expect(await store.head()).toBe(before + 3);
  });

  it('gives back exactly what was written', async () => {
    const { store } = stores();
    const [streamId, id, correlationId, causationId] = [aStream(), randomUUID(), randomUUID(), randomUUID()];
    const data = {
      text: 'tab\t, "quotes", back\\slash, line\nbreak, \u0000, \u001f, ünï, 🙂, \ud800',
      none: null,
      deep: [{ x: 0.1 + 0.2 }, -1e-7, 1e21],
      empty: '',
    };
    const event = anEvent({
      id,
      type: 'A Type, {"quoted"}',
      typeVersion: 7,
      data,
      keys: ['key a', '{"b"},\\N'],
      knownAt: 1_772_000_000_123,
    });
    await store.append({
      streams: [{ streamId, expectedVersion: 'any', events: [event] }],
      correlationId,
      causationId,
    });
    const [read] = await store.readStream(streamId);
    expect(read).toEqual({
      ...event,
      position: expect.any(Number),
      streamId,
      streamVersion: 1,
      recordedAt: expect.any(Number),
      correlationId,
      causationId,
    });
    for await (const batch of store.readAll({ after: (read?.position ?? 0) - 1 })) expect(batch[0]).toEqual(read);
  });

  it('draws ids and a correlation, and takes the moment of recording for an event that was known at no other', async () => {
    const { store } = stores();
    const streamId = aStream();
    const result = await store.append({
      streams: [{ streamId, expectedVersion: 'any', events: [anEvent(), anEvent()] }],
    });
    const [first, second] = await store.readStream(streamId);
    expect(first?.id).not.toBe(second?.id);
    expect(first).toMatchObject({
      correlationId: second?.correlationId,
      causationId: null,
      knownAt: first?.recordedAt,
    });
    expect(result).toMatchObject({ recordedAt: first?.recordedAt });
    expect(Math.abs(Date.now() - (first?.recordedAt ?? 0))).toBeLessThan(60_000);
  });

  it('stores an append over several streams in the order given, as a whole', async () => {
    const { store } = stores();
    const [a, b, before] = [aStream(), aStream(), await store.head()];
    const result = await store.append({
      streams: [
        { streamId: b, expectedVersion: 'none', events: [anEvent(), anEvent()] },
        { streamId: a, expectedVersion: 'none', events: [anEvent()] },
      ],
    });
    expect(result).toMatchObject({
      outcome: 'appended',
      events: [
        { streamId: b, position: before + 1 },
        { streamId: b, position: before + 2 },
        { streamId: a, position: before + 3 },
      ],
    });
  });

  it('stores nothing of an append over several streams when one of them is not where it was expected', async () => {
    const { store } = stores();
    const [a, b, before] = [aStream(), aStream(), await store.head()];
    const result = await store.append({
      streams: [
        { streamId: a, expectedVersion: 'none', events: [anEvent()] },
        { streamId: b, expectedVersion: 3, events: [anEvent()] },
      ],
    });
    expect(result).toEqual({ outcome: 'versionConflict', streamId: b, expected: 3, actual: 0 });
    expect([await store.readStream(a), await store.head()]).toEqual([[], before]);
  });

  it('never lets recordedAt run backwards along positions', async () => {
    const { store, another } = stores();
    const before = await store.head();
    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        (index % 2 ? store : another).append({
          streams: [{ streamId: aStream(), expectedVersion: 'none', events: [anEvent()] }],
        }),
      ),
    );
    const recorded: number[] = [];
    for await (const batch of store.readAll({ after: before }))
      recorded.push(...batch.map((event) => event.recordedAt));
    expect(recorded).toHaveLength(60);
    expect(recorded).toEqual([...recorded].sort((x, y) => x - y));
  });

  it('takes an append of many thousand events', async () => {
    const { store } = stores();
    const [streamId, before] = [aStream(), await store.head()];
    const events = Array.from({ length: 3_000 }, (_, index) => anEvent({ data: { index } }));
    const result = await store.append({ streams: [{ streamId, expectedVersion: 'none', events }] });
    expect(result).toMatchObject({ outcome: 'appended' });
    expect(await store.head()).toBe(before + 3_000);
    expect((await store.readStream(streamId)).map((event) => event.data)).toEqual(events.map((event) => event.data));
  });

  const wrong: readonly [string, Parameters<typeof anEvent>[0], RegExp][] = [
    ['an id that is no UUID', { id: 'x' }, /not a UUID/],
    ['an empty type', { type: '' }, /event type is empty/],
    ['a type version of 0', { typeVersion: 0 }, /type version 0/],
    ['a knownAt that is no number', { knownAt: Number.NaN }, /knownAt NaN/],
    ['a key with a control character', { keys: ['a\u0000b'] }, /control character/],
    ['a key with half a surrogate pair', { keys: ['\ud800'] }, /surrogate/],
    ['a key that is too long', { keys: ['k'.repeat(501)] }, /longer than 500 bytes/],
    ['data without a JSON form', { data: undefined }, /no JSON form/],
  ];
  it.each(wrong)('throws on %s, and its neighbours are stored', async (_, overrides, message) => {
    const { store } = stores();
    const [good, bad, alsoGood] = [aStream(), aStream(), aStream()];
    const append = (streamId: string, event: ReturnType<typeof anEvent>) =>
      store.append({ streams: [{ streamId, expectedVersion: 'any', events: [event] }] });
    const results = await Promise.allSettled([
      append(good, anEvent()),
      append(bad, anEvent(overrides)),
      append(alsoGood, anEvent()),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(results[1]).toMatchObject({ reason: { message: expect.stringMatching(message) } });
    expect(await store.readStream(bad)).toEqual([]);
  });

  it('throws on an append without streams, without events, or that names a stream twice', async () => {
    const { store } = stores();
    const stream = { streamId: aStream(), expectedVersion: 'any' as const, events: [anEvent()] };
    await expect(store.append({ streams: [] })).rejects.toThrow(/at least one stream/);
    await expect(store.append({ streams: [{ ...stream, events: [] }] })).rejects.toThrow(/holds no event/);
    await expect(store.append({ streams: [stream, stream] })).rejects.toThrow(/names each stream once/);
  });
}
