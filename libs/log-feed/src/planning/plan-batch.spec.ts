import type { EventStore } from '@streakline/event-store';
import type { RecordedEvent } from '@streakline/events';
import * as fc from 'fast-check';
import { readGaps } from '../feeding/read-gaps';
import { nextStep, type PlacedRecord } from './next-step';
import { inOrder, offsetBehind, type Piece, planBatch } from './plan-batch';

const PARTITIONS = [0, 1, 2];
const event = (position: number) => ({ position }) as RecordedEvent;
const record = (position: number, prevPosition: number, isEvent = true): PlacedRecord => ({
  offset: position * 10,
  position,
  prevPosition,
  event: isEvent ? event(position) : null,
});

/** As much of a store as gaps are read from. */
function storeOf(head: number): EventStore {
  const readAll = async function* ({ after = 0, upTo = head }) {
    for (let position = after + 1; position <= Math.min(upTo, head); position += 1) yield [event(position)];
  };
  return { readAll } as unknown as EventStore;
}

/** Which partitions the event at each position (from 1 on) concerns. */
const placings = fc.array(fc.subarray(PARTITIONS), { minLength: 1, maxLength: 40 });

/** What some relay, which began at `from`, wrote to a partition: events and now and then a watermark. */
function relayed(placing: readonly number[][], partition: number, from: number, watermarks: ReadonlySet<number>) {
  const records: PlacedRecord[] = [];
  let tail = from;
  for (let position = from + 1; position <= placing.length; position += 1) {
    const concerns = placing[position - 1]!.includes(partition);
    if (!concerns && !watermarks.has(position)) continue;
    records.push(record(position, tail, concerns));
    tail = position;
  }
  return records;
}

describe('records of several partitions, planned as transactions', () => {
  it('fold every event that concerns a partition exactly once and in order, whatever was sent twice, rewound or lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        placings,
        fc.array(fc.nat(40), { minLength: 1, maxLength: 3 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 40 })),
        fc.array(fc.record({ drop: fc.nat(8), take: fc.integer({ min: 1, max: 9 }), back: fc.nat(6) }), {
          maxLength: 30,
        }),
        fc.array(fc.nat(40), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 7 }),
        async (placing, relays, watermarks, fetches, starts, maxEvents) => {
          const head = placing.length;
          const positions = new Map(PARTITIONS.map((partition) => [partition, Math.min(head, starts[partition]!)]));
          const began = new Map(positions);
          const folded = new Map<number, number[]>(PARTITIONS.map((partition) => [partition, []]));
          const logs = PARTITIONS.map((partition) =>
            // Two relays or more, one after the other: what a later one repeats is a duplicate.
            relays.flatMap((from) => relayed(placing, partition, Math.min(from, head), new Set(watermarks))),
          );
          for (const pieces of piecesOf(logs, fetches)) await feed(pieces, positions, folded, placing, maxEvents);
          for (const partition of PARTITIONS) {
            const [from, to] = [began.get(partition)!, positions.get(partition)!];
            const owed = placing.flatMap((each, at) =>
              each.includes(partition) && at + 1 > from && at + 1 <= to ? [at + 1] : [],
            );
            expect(folded.get(partition)).toEqual(owed);
          }
        },
      ),
    );
  });

  it('come as far as the last record says', async () => {
    const positions = new Map([[0, 2]]);
    const folded = new Map([[0, [] as number[]]]);
    const placing = Array.from({ length: 30 }, (_, at) => (at < 20 || at === 29 ? [0] : []));
    await feed([{ partition: 0, records: [record(30, 20)], end: 301, done: 0 }], positions, folded, placing, 4);
    expect(positions.get(0)).toBe(30);
    expect(folded.get(0)).toEqual([...Array.from({ length: 18 }, (_, at) => at + 3), 30]);
  });

  it('take a share of every piece, so that none waits for another', () => {
    const records = Array.from({ length: 10 }, (_, at) => record(at + 1, at));
    const pieces = [0, 1].map((partition) => ({ partition, records, end: 101, done: 0 }));
    const plan = planBatch(pieces, new Map([[0, 0], [1, 0]]), 6); // prettier-ignore
    expect([...plan.to.values()]).toEqual([3, 3]);
    expect(pieces.map((piece) => offsetBehind(piece, plan.done.get(piece.partition)!))).toEqual([40, 40]);
  });

  it('leave out the partitions that are not of this process', () => {
    const plan = planBatch([{ partition: 4, records: [record(1, 0)], end: 11, done: 0 }], new Map(), 6);
    expect(plan).toEqual({ events: [], to: new Map(), done: new Map([[4, 1]]), gaps: [] });
  });
});

describe('the next step of a partition', () => {
  it('stops before a record that misses something, and asks for that first', () => {
    const records = [record(5, 4), record(6, 5), record(9, 8), record(10, 9)];
    expect(nextStep(4, records, 0, 100)).toEqual({ kind: 'fold', events: [event(5), event(6)], to: 6, next: 2 });
    expect(nextStep(6, records, 2, 100)).toEqual({ kind: 'read', after: 6, upTo: 8 });
    expect(nextStep(8, records, 2, 100)).toEqual({ kind: 'fold', events: [event(9), event(10)], to: 10, next: 4 });
    expect(nextStep(10, records, 4, 100)).toEqual({ kind: 'done' });
  });

  it('passes over what is done already, and takes a record whose range began before', () => {
    expect(nextStep(7, [record(5, 4), record(9, 3)], 0, 100)).toMatchObject({ kind: 'fold', to: 9, next: 2 });
    expect(nextStep(9, [record(5, 4), record(9, 3)], 0, 100)).toEqual({ kind: 'done' });
  });

  it('is moved by a watermark without an event', () => {
    expect(nextStep(4, [record(8, 4, false)], 0, 100)).toEqual({ kind: 'fold', events: [], to: 8, next: 1 });
  });
});

describe('events of several lists as one', () => {
  it('are in order, and an event that went to several partitions is there once', () => {
    expect(inOrder([[1, 4, 6].map(event), [], [2, 4].map(event)]).map(({ position }) => position)).toEqual([
      1, 2, 4, 6,
    ]);
  });
});

/** Fetches of all partitions' logs: some records lost, some read again. */
function* piecesOf(
  logs: readonly (readonly PlacedRecord[])[],
  fetches: readonly { readonly drop: number; readonly take: number; readonly back: number }[],
): Generator<readonly Piece[]> {
  const at = logs.map(() => 0);
  for (const { drop, take, back } of fetches) {
    yield logs.map((log, partition) => {
      const first = Math.max(0, at[partition]! - back);
      const records = log.slice(first, first + take).filter((_, index) => index !== drop);
      at[partition] = first + take;
      return { partition, records, end: 1_000, done: 0 };
    });
  }
}

/** What a feed does with pieces, on numbers instead of rows. */
async function feed(
  pieces: readonly Piece[],
  positions: Map<number, number>,
  folded: ReadonlyMap<number, number[]>,
  placing: readonly (readonly number[])[],
  maxEvents: number,
): Promise<void> {
  let waiting = pieces;
  while (waiting.length > 0) {
    const plan = planBatch(waiting, positions, maxEvents);
    const page = await readGaps(storeOf(placing.length), plan.gaps, maxEvents);
    const events = inOrder([plan.events, page.events]);
    for (const [partition, to] of [...plan.to, ...page.to]) {
      const from = positions.get(partition)!;
      expect(to).toBeGreaterThan(from);
      const own = events.filter(({ position }) => position > from && position <= to);
      folded
        .get(partition)!
        .push(...own.map((each) => each.position).filter((each) => placing[each - 1]!.includes(partition)));
      positions.set(partition, to);
    }
    waiting = waiting
      .map((piece) => ({ ...piece, done: plan.done.get(piece.partition) ?? piece.done }))
      .filter(({ records, done }) => done < records.length);
  }
}
