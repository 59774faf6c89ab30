import { randomUUID } from 'node:crypto';
import {
  BarsRecorded,
  BarsRevised,
  DividendRecorded,
  InstrumentListed,
  InstrumentRenamed,
  type NewEvent,
} from '@streakline/events';
import { placeText } from '../records/known-place';
import type { KnownPlace, RawEvent } from '@streakline/event-store';
import { createTestStore, type TestStore } from '@streakline/testing';
import fc from 'fast-check';
import { Listings } from '../listings/listings';
import { type EventSelection, readSelection } from '../reading/event-selection';
import { type MomentsOptions, readMoments } from './read-moments';

/** Sessions of NASDAQ and their closes in UTC: winter time, but for 2024-07-03, which closed at 13:00 in summer time. */
const closes: Readonly<Record<string, string>> = {
  '2024-01-02': '2024-01-02T21:00:00.000Z',
  '2024-01-03': '2024-01-03T21:00:00.000Z',
  '2024-01-04': '2024-01-04T21:00:00.000Z',
  '2024-01-05': '2024-01-05T21:00:00.000Z',
  '2024-07-03': '2024-07-03T17:00:00.000Z',
  '2024-07-05': '2024-07-05T20:00:00.000Z',
};
const sessions = Object.keys(closes);
const at = (text: string) => Date.parse(text);
const closeOf = (session: string) => at(closes[session] ?? '');

describe('history as the world learnt it', () => {
  let made: TestStore;
  let listings: Listings;
  beforeAll(async () => {
    made = await createTestStore();
    listings = new Listings(made.store);
  });
  afterAll(() => made.dispose());

  const record = async (...events: readonly NewEvent[]): Promise<readonly number[]> => {
    const result = await made.store.append({
      streams: [{ streamId: `spec-${randomUUID()}`, expectedVersion: 'none', events }],
    });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    return result.events.map(({ position }) => position);
  };
  const list = async (mic = 'XNAS'): Promise<`ins_${string}`> => {
    const instrumentId = `ins_${randomUUID().replaceAll('-', '')}` as const;
    const symbol = `S${instrumentId.slice(4, 12).toUpperCase()}`;
    await record(
      InstrumentListed.create({ instrumentId, symbol, mic, name: 'Spec', currency: 'USD' }, at('2023-01-01')),
    );
    return instrumentId;
  };
  const barsOf = (instrumentId: `ins_${string}`, of: readonly string[], close: readonly number[]) => ({
    ...{ instrumentId, source: 'spec', basisAsOf: null, sessions: [...of], close: [...close] },
  });
  const moments = async (options: Omit<MomentsOptions, 'upTo'> & { upTo?: number }): Promise<readonly RawEvent[]> => {
    const upTo = options.upTo ?? (await made.store.head());
    const read: RawEvent[] = [];
    const known = await listings.at(upTo);
    for await (const batch of readMoments(made.store, known, { ...options, upTo })) read.push(...batch);
    return read;
  };
  const selected = async (selection: EventSelection): Promise<readonly RawEvent[]> => {
    const read: RawEvent[] = [];
    const known = await listings.at(selection.upTo);
    for await (const batch of readSelection(made.store, known, selection)) read.push(...batch);
    return read;
  };
  const data = ({ json }: RawEvent) => JSON.parse(json) as { sessions: string[]; close: number[] };

  it('tells a delivery of bars session by session, each at its close, between the other events', async () => {
    const id = await list();
    const bars = { ...barsOf(id, ['2024-01-02', '2024-01-03', '2024-01-05'], [10, 11, 12.5]), volume: [1, null, 3] };
    const [delivered] = await record(BarsRecorded.create(bars, closeOf('2024-01-05')));
    const [paid] = await record(
      DividendRecorded.create({ instrumentId: id, exDate: '2024-01-04', amount: 1 }, at('2024-01-04T14:29:59.999Z')),
    );
    const told = (await moments({ keys: [id], from: at('2024-01-01') })).map(({ position, knownAt, json }) => ({
      ...{ position, knownAt: new Date(knownAt).toISOString(), json },
    }));
    const bar = (session: string, close: number, volume: number | null) => ({
      position: delivered,
      knownAt: closes[session],
      json: JSON.stringify({ ...barsOf(id, [session], [close]), volume: [volume] }),
    });
    expect(told).toEqual([
      bar('2024-01-02', 10, 1),
      bar('2024-01-03', 11, null),
      expect.objectContaining({ position: paid, knownAt: '2024-01-04T14:29:59.999Z' }),
      bar('2024-01-05', 12.5, 3),
    ]);
  });

  it('tells what was published as a whole as a whole: a late delivery, and a revision', async () => {
    const id = await list();
    const late = { ...barsOf(id, ['2024-01-02', '2024-01-03'], [1, 2]), knownAt: '2024-02-01T00:00:00.000Z' };
    await record(BarsRecorded.create(late, at('2024-02-01')));
    await record(BarsRevised.create(barsOf(id, ['2024-01-02', '2024-01-03'], [3, 4]), at('2024-03-01')));
    const told = await moments({ keys: [id], from: at('2024-01-01') });
    expect(told.map((event) => [event.type, data(event).close])).toEqual([
      ['BarsRecorded', [1, 2]],
      ['BarsRevised', [3, 4]],
    ]);
  });

  it('closes with the exchange that the instrument was on, and tells sessions without a close with all the others', async () => {
    const id = await list();
    const [moved] = await record(
      InstrumentRenamed.create(
        { instrumentId: id, symbol: 'MOVED', mic: 'XLON', from: '2024-01-04' },
        at('2024-01-04T07:59:59.999Z'),
      ),
    );
    // 2024-01-06 was a Saturday.
    await record(
      BarsRecorded.create(barsOf(id, ['2024-01-03', '2024-01-04', '2024-01-06'], [1, 2, 3]), at('2024-01-07')),
    );
    const told = (await moments({ keys: [id], types: ['BarsRecorded'] })).map((event) => [
      event.knownAt,
      data(event).sessions,
    ]);
    expect(told).toEqual([
      [closeOf('2024-01-03'), ['2024-01-03']],
      [at('2024-01-04T16:30:00Z'), ['2024-01-04']],
      [at('2024-01-07'), ['2024-01-06']],
    ]);
    expect((await listings.at(moved!)).resolve('XLON:MOVED')).toBe(id);
    expect((await listings.at(moved! - 1)).resolve('XLON:MOVED')).toBeUndefined();
  });

  const delivery = fc.record({
    of: fc.subarray(sessions, { minLength: 1 }),
    instrument: fc.nat({ max: 1 }),
    stated: fc.boolean(),
  });
  const bound = fc.constantFrom(
    undefined,
    ...Object.values(closes).map(at),
    at('2024-01-04T12:00:00Z'),
    at('2024-07-05T21:00:00Z'),
  );

  it('is the same facts in both orders, in any range, from any place on, however little is held at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(delivery, { minLength: 1, maxLength: 6 }),
        bound,
        bound,
        fc.integer({ min: 1, max: 9 }),
        fc.nat(),
        async (deliveries, from, before, mostBars, cutAt) => {
          const ids = [await list(), await list()];
          const expected: string[] = [];
          for (const { of, instrument, stated } of deliveries) {
            const instrumentId = ids[instrument]!;
            const published = at('2024-07-05T20:30:00Z');
            const bars = barsOf(
              instrumentId,
              of,
              of.map((session) => 1 + sessions.indexOf(session)),
            );
            const [position] = await record(
              stated
                ? BarsRecorded.create({ ...bars, knownAt: new Date(published).toISOString() }, published)
                : BarsRecorded.create(bars, closeOf(of.at(-1)!)),
            );
            for (const session of of) {
              const knownAt = stated ? published : closeOf(session);
              if (knownAt >= (from ?? -Infinity) && knownAt < (before ?? Infinity))
                expected.push(`${String(knownAt).padStart(15)} ${String(position).padStart(9)} ${session}`);
            }
          }
          const bounds = { keys: ids, types: ['BarsRecorded'], from, before, mostBars };
          const told = await moments(bounds);
          const facts = (events: readonly RawEvent[]) =>
            events.flatMap((event) => data(event).sessions.map((session) => ({ event, session })));
          const byMoment = facts(told).map(
            ({ event, session }) =>
              `${String(event.knownAt).padStart(15)} ${String(event.position).padStart(9)} ${session}`,
          );
          expect(byMoment).toEqual([...expected].sort());

          const upTo = await made.store.head();
          const whole = await selected({ ...bounds, order: 'position', upTo });
          const place = ({ position, session }: { position: number; session: string }) => `${position} ${session}`;
          const inOrder = facts(whole).map(({ event, session }) => place({ position: event.position, session }));
          expect(inOrder.sort()).toEqual(
            facts(told)
              .map(({ event, session }) => place({ position: event.position, session }))
              .sort(),
          );
          expect(whole.map(({ position }) => position)).toEqual(
            whole.map(({ position }) => position).sort((a, b) => a - b),
          );

          const behind: KnownPlace | undefined = told[cutAt % (told.length + 1)];
          if (behind === undefined) return;
          const rest = (await moments({ ...bounds, behind })).map(placeText);
          expect(rest).toEqual(told.slice((cutAt % (told.length + 1)) + 1).map(placeText));
        },
      ),
      { numRuns: 40 },
    );
  });
});
