import type { ExpectedVersion } from '@streakline/event-store';
import { aStream, anEvent } from './builders';
import type { StoreUnderTest } from './store-under-test';

export function describeExpectedVersions(stores: () => StoreUnderTest): void {
  const cases: readonly [ExpectedVersion, number, boolean][] = [
    ['none', 0, true],
    ['none', 1, false],
    [0, 0, true],
    [0, 2, false],
    [2, 2, true],
    [1, 2, false],
    [3, 2, false],
    ['exists', 0, false],
    ['exists', 2, true],
    ['any', 0, true],
    ['any', 2, true],
  ];

  it.each(cases)('expecting %p of a stream at version %p: stored is %p', async (expectedVersion, version, isStored) => {
    const { store } = stores();
    const streamId = aStream();
    if (version > 0)
      await store.append({
        streams: [{ streamId, expectedVersion: 'none', events: Array.from({ length: version }, () => anEvent()) }],
      });
    const head = await store.head();
    const result = await store.append({ streams: [{ streamId, expectedVersion, events: [anEvent()] }] });
    if (isStored) expect(result).toMatchObject({ outcome: 'appended', events: [{ streamVersion: version + 1 }] });
    else expect(result).toEqual({ outcome: 'versionConflict', streamId, expected: expectedVersion, actual: version });
    // A refused append draws no position.
    expect(await store.head()).toBe(isStored ? head + 1 : head);
  });

  it('lets one conflict fail alone among appends made at the same moment', async () => {
    const { store } = stores();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        store.append({
          streams: [{ streamId: aStream(), expectedVersion: index === 7 ? 5 : 'none', events: [anEvent()] }],
        }),
      ),
    );
    expect(results.map((result) => result.outcome)).toEqual(
      Array.from({ length: 20 }, (_, index) => (index === 7 ? 'versionConflict' : 'appended')),
    );
  });

  it('lets exactly one of many racers win, and tells the others, from one process and from two', async () => {
    const { store, another } = stores();
    const streamId = aStream();
    const results = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        (index % 2 ? store : another).append({
          streams: [{ streamId, expectedVersion: 'none', events: [anEvent({ data: index })] }],
        }),
      ),
    );
    expect(results.filter((result) => result.outcome === 'appended')).toHaveLength(1);
    expect(results.filter((result) => result.outcome === 'versionConflict')).toHaveLength(29);
    expect(await store.readStream(streamId)).toHaveLength(1);
  });

  it('keeps the order in which one process appended to a stream without waiting', async () => {
    const { store } = stores();
    const streamId = aStream();
    await Promise.all(
      Array.from({ length: 25 }, (_, index) =>
        store.append({ streams: [{ streamId, expectedVersion: 'any', events: [anEvent({ data: index })] }] }),
      ),
    );
    expect((await store.readStream(streamId)).map((event) => event.data)).toEqual(
      Array.from({ length: 25 }, (_, index) => index),
    );
  });
}
