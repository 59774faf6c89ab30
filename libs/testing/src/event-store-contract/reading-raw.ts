import { randomUUID } from 'node:crypto';
import { BarsRecorded, type NewEvent } from '@streakline/events';
import type { EventStore, RawEvent, RawReadOptions } from '@streakline/event-store';
import { aStream, anEvent } from './builders';
import type { StoreUnderTest } from './store-under-test';

export function describeReadingRaw(stores: () => StoreUnderTest): void {
  it('reads events as text: the same as parsed, however the text looks', async () => {
    const { store } = stores();
    const before = await store.head();
    const texts = [
      'plain',
      'tab\tand "quotes"',
      'C:\\new\\table',
      'line\nbreak',
      'é 漢 🙂',
      '\u2028',
      'x'.repeat(300_000),
    ];
    for (const text of texts) await storeOne(store, anEvent({ data: { text, none: null }, keys: ['a', 'b'] }));
    const read = await raw(store, { after: before });
    expect(read.map(({ json }) => json)).toEqual(texts.map((text) => JSON.stringify({ text, none: null })));
    const parsed = (await collectAll(store, before)).map(({ data, ...head }) => ({
      ...head,
      json: JSON.stringify(data),
    }));
    expect(read).toEqual(parsed);
  });

  it('reads the events of some types, of some keys, and so many of them, from any place on', async () => {
    const { store } = stores();
    const [before, mine, other, type] = [await store.head(), randomUUID(), randomUUID(), `Type${randomUUID()}`];
    const positions: number[] = [];
    for (const [index, keys] of [[mine], [other], [mine, other], [], [other]].entries())
      positions.push(await storeOne(store, anEvent({ keys, ...(index % 2 === 0 && { type }) })));
    const read = async (options: RawReadOptions) =>
      (await raw(store, { after: before, ...options })).map(({ position }) => positions.indexOf(position));
    expect(await read({ types: [type] })).toEqual([0, 2, 4]);
    expect(await read({ types: [type, 'Nothing'], keys: [mine] })).toEqual([0, 2]);
    expect(await read({ keys: [mine, other] })).toEqual([0, 1, 2, 4]);
    expect(await read({ types: [] })).toEqual([]);
    expect(await read({ keys: [] })).toEqual([]);
    expect(await read({ limit: 2 })).toEqual([0, 1]);
    expect(await read({ limit: 0 })).toEqual([]);
    expect(await read({ after: positions[1]!, upTo: positions[3]! })).toEqual([2, 3]);
  });

  it('reads events in the order of knownAt, those of one instant by position, from any place on', async () => {
    const { store } = stores();
    const [key, positions]: [string, number[]] = [randomUUID(), []];
    for (const knownAt of [500, 100, 300, 100, 200])
      positions.push(await storeOne(store, anEvent({ keys: [key], knownAt })));
    const read = async (options: RawReadOptions = {}) =>
      (await raw(store, { keys: [key], order: 'knownAt', ...options })).map(({ position }) =>
        positions.indexOf(position),
      );
    expect(await read()).toEqual([1, 3, 4, 2, 0]);
    expect(await read({ limit: 3 })).toEqual([1, 3, 4]);
    expect(await read({ behind: { knownAt: 100, position: positions[1]! } })).toEqual([3, 4, 2, 0]);
    expect(await read({ behind: { knownAt: 100, position: positions[3]! }, limit: 1 })).toEqual([4]);
    expect(await read({ knownFrom: 200, knownBefore: 500 })).toEqual([4, 2]);
  });

  it('finds the deliveries of bars that reach into a stretch of time, whenever they were known as a whole', async () => {
    const { store } = stores();
    const instrumentId = `ins_${randomUUID().replaceAll('-', '')}` as const;
    const delivery = (sessions: readonly string[], stated?: string) => {
      const close = sessions.map(() => 1.5);
      const data = { instrumentId, source: 'a "quoted" source', basisAsOf: null, sessions: [...sessions], close };
      const knownAt = Date.parse(`${sessions.at(-1) ?? ''}T21:00:00Z`);
      return BarsRecorded.create({ ...data, ...(stated !== undefined && { knownAt: stated }) }, knownAt);
    };
    const positions = [
      await storeOne(store, delivery(['2024-01-02'])),
      await storeOne(store, delivery(['2024-01-03', '2024-01-04', '2024-06-03'])),
      await storeOne(store, delivery(['2024-05-01', '2024-06-04'])),
    ];
    const read = async (options: RawReadOptions) =>
      (await raw(store, { keys: [instrumentId], ...options })).map(({ position }) => positions.indexOf(position));
    expect(await read({ instants: 'one' })).toEqual([0]);
    expect(await read({ instants: 'many' })).toEqual([1, 2]);
    const march = { knownFrom: Date.parse('2024-03-01'), knownBefore: Date.parse('2024-03-08') };
    expect(await read({ ...march, instants: 'many' })).toEqual([1]);
    expect(await read({ ...march, instants: 'one' })).toEqual([]);
    expect(await read(march)).toEqual([1]);
    expect(await read({ knownFrom: Date.parse('2024-06-04') })).toEqual([2]);
    expect(await read({ knownBefore: Date.parse('9999-12-31T12:00:00Z'), instants: 'many' })).toEqual([1, 2]);
  });

  it('reads many pages in order, holds no connection between them, and can be left', async () => {
    const { store } = stores();
    const before = await store.head();
    const events = Array.from({ length: 1_000 }, (_, index) => anEvent({ data: index }));
    await store.append({ streams: [{ streamId: aStream(), expectedVersion: 'none', events }] });
    const reading = Array.from({ length: 30 }, () => store.readRaw({ after: before })[Symbol.asyncIterator]());
    // More than a pool has connections: all of them have begun, and none has ended.
    for (const one of reading) expect((await one.next()).value).toHaveLength(64);
    for (const one of reading.slice(1)) await one.return?.();
    const rest: number[] = [];
    for (let page = await reading[0]!.next(); page.done !== true; page = await reading[0]!.next())
      rest.push(...page.value.map(({ json }) => Number(json)));
    expect(rest).toEqual(Array.from({ length: 936 }, (_, index) => 64 + index));
  });
}

async function storeOne(store: EventStore, event: NewEvent): Promise<number> {
  const result = await store.append({ streams: [{ streamId: aStream(), expectedVersion: 'none', events: [event] }] });
  if (result.outcome !== 'appended') throw new Error(`the event was not stored: ${result.outcome}`);
  return result.events[0]?.position ?? 0;
}

async function raw(store: EventStore, options: RawReadOptions): Promise<readonly RawEvent[]> {
  const events: RawEvent[] = [];
  for await (const page of store.readRaw(options)) events.push(...page);
  return events;
}

async function collectAll(store: EventStore, after: number) {
  const events = [];
  for await (const batch of store.readAll({ after })) events.push(...batch);
  return events;
}
