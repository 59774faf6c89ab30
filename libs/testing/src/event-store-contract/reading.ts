import { randomUUID } from 'node:crypto';
import { aStream, anEvent, collect } from './builders';
import type { StoreUnderTest } from './store-under-test';

export function describeReading(stores: () => StoreUnderTest): void {
  it('reads a stream from a version on, and an unknown stream as empty', async () => {
    const { store } = stores();
    const streamId = aStream();
    await store.append({
      streams: [{ streamId, expectedVersion: 'any', events: [1, 2, 3, 4].map((data) => anEvent({ data })) }],
    });
    expect((await store.readStream(streamId, { afterVersion: 2 })).map((event) => event.streamVersion)).toEqual([3, 4]);
    expect(await store.readStream(aStream())).toEqual([]);
  });

  it('reads the events that concern a key, in position order and within bounds', async () => {
    const { store } = stores();
    const [mine, other] = [`key-${randomUUID()}`, `key-${randomUUID()}`];
    const keysOf = [[mine], [other], [mine, other], [], [other, mine], [mine, mine]];
    const positions: number[] = [];
    for (const keys of keysOf) {
      const result = await store.append({
        streams: [{ streamId: aStream(), expectedVersion: 'any', events: [anEvent({ keys })] }],
      });
      if ('events' in result) positions.push(result.events[0]?.position ?? 0);
    }
    const at = (index: number) => positions[index] ?? 0;
    const read = async (options?: { after?: number; upTo?: number }) =>
      (await store.readByKey(mine, options)).map((event) => event.position);
    expect(await read()).toEqual([at(0), at(2), at(4), at(5)]);
    expect(await read({ after: at(0), upTo: at(4) })).toEqual([at(2), at(4)]);
    expect(await store.readByKey('nobody')).toEqual([]);
  });

  it('tells the newest position recorded by an instant', async () => {
    const { store } = stores();
    const recorded: { position: number; recordedAt: number }[] = [];
    for (let n = 0; n < 5; n += 1) {
      const result = await store.append({
        streams: [{ streamId: aStream(), expectedVersion: 'any', events: [anEvent(), anEvent()] }],
      });
      if (!('events' in result)) throw new Error(`Not appended: ${result.outcome}`);
      recorded.push({ position: result.events[1]?.position ?? 0, recordedAt: result.recordedAt });
    }
    for (const { recordedAt } of recorded) {
      const newest = recorded.filter((other) => other.recordedAt <= recordedAt).at(-1);
      expect(await store.recordedBy(recordedAt)).toBe(newest?.position);
      expect(await store.recordedBy(recordedAt - 1)).toBeLessThan(newest?.position ?? 0);
    }
    expect(await store.recordedBy(Date.parse('2000-01-01T00:00:00Z'))).toBe(0);
    expect(await store.recordedBy(Date.parse('2100-01-01T00:00:00Z'))).toBe(await store.head());
  });

  it('reads all events of a range, in batches, and ends at the head of the moment it began', async () => {
    const { store } = stores();
    const [streamId, before] = [aStream(), await store.head()];
    const text = 'x'.repeat(700);
    await store.append({
      streams: [
        {
          streamId,
          expectedVersion: 'any',
          events: Array.from({ length: 1_000 }, (_, index) => anEvent({ data: { index, text } })),
        },
      ],
    });
    const positions: number[] = [];
    for await (const batch of store.readAll({ after: before })) {
      if (positions.length === 0)
        await store.append({ streams: [{ streamId, expectedVersion: 'any', events: [anEvent()] }] });
      positions.push(...batch.map((event) => event.position));
    }
    expect(positions).toEqual(Array.from({ length: 1_000 }, (_, index) => before + 1 + index));
    const some: number[] = [];
    for await (const batch of store.readAll({ after: before + 10, upTo: before + 12 }))
      some.push(...batch.map((event) => event.position));
    expect(some).toEqual([before + 11, before + 12]);
    expect(await collect(store, await store.head())).toEqual([]);
  });

  it('can be left in the middle of reading all, often', async () => {
    const { store } = stores();
    for (let round = 0; round < 30; round++) for await (const batch of store.readAll()) if (batch.length > 0) break;
    expect(await store.head()).toBeGreaterThan(0);
  });

  it('reads events grouped by key: keys by code point, within a key by position, under each of their keys', async () => {
    const { store } = stores();
    const [prefix, before] = [`group-${randomUUID()}-`, await store.head()];
    const keys = ['b', 'B', 'é', 'a', 'a b', 'a-b', 'ab'].map((name) => prefix + name);
    for (let round = 0; round < 3; round++) {
      for (const key of keys)
        await store.append({
          streams: [
            {
              streamId: aStream(),
              expectedVersion: 'any',
              events: [anEvent({ keys: [key, `${prefix}all`, 'unrelated'] })],
            },
          ],
        });
    }
    const groups: [string, number[]][] = [];
    for await (const { key, events } of store.readAllByKey({ after: before, keyPrefix: prefix }))
      groups.push([key, events.map((event) => event.position)]);
    expect(groups.map(([key]) => key)).toEqual(
      [...keys, `${prefix}all`].sort((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y))),
    );
    expect(groups.find(([key]) => key === `${prefix}all`)?.[1]).toEqual(
      Array.from({ length: 21 }, (_, index) => before + 1 + index),
    );
    expect(groups.find(([key]) => key === `${prefix}b`)?.[1]).toEqual([before + 1, before + 8, before + 15]);
    const upTo: string[] = [];
    for await (const { key } of store.readAllByKey({ after: before + 1, upTo: before + 2, keyPrefix: prefix }))
      upTo.push(key);
    expect(upTo).toEqual([`${prefix}B`, `${prefix}all`]);
  });
}
