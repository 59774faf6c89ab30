import { partitionOf } from '@streakline/projections';
import type { RecordedEvent } from '@streakline/events';
import fc from 'fast-check';
import { placeEvents, placeWatermarks, tailsAt } from './place-events';

const anEvent = (position: number, keys: readonly string[]): RecordedEvent => ({
  position,
  keys,
  id: `id-${position}`,
  streamId: 's',
  streamVersion: position,
  type: 'Something',
  typeVersion: 1,
  data: {},
  knownAt: 0,
  recordedAt: 0,
  correlationId: 'c',
  causationId: null,
});
const keys = fc.array(fc.constantFrom(...Array.from({ length: 30 }, (_, index) => `ins_${index}`)), { maxLength: 4 });
const histories = fc.array(keys, { maxLength: 60 }).map((all) => all.map((each, index) => anEvent(index + 1, each)));
const placeOf = ({ partition, headers }: { partition: number; headers: Readonly<Record<string, string>> }) => ({
  partition,
  position: Number(headers['ce_position']),
  prev: Number(headers['ce_prevposition']),
});

describe('placing events in partitions', () => {
  it('puts each event once in each partition that owns one of its keys, and chains them by position', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const { records } = placeEvents(events, tailsAt(0));
        for (let partition = 0; partition < 12; partition++) {
          const owed = events
            .filter((event) => event.keys.some((key) => partitionOf(key) === partition))
            .map(({ position }) => position);
          const got = records.map(placeOf).filter((place) => place.partition === partition);
          expect(got.map(({ position }) => position)).toEqual(owed);
          expect(got.map(({ prev }) => prev)).toEqual([0, ...owed].slice(0, owed.length));
        }
      }),
    );
  });

  it('sends, after any interruption, what is missing and nothing else, however uneven the partitions’ ends are', () => {
    fc.assert(
      fc.property(histories, fc.array(fc.nat(60), { minLength: 12, maxLength: 12 }), (events, tails) => {
        const whole = placeEvents(events, tailsAt(0)).records.map(placeOf);
        const rest = placeEvents(
          events.filter(({ position }) => position > Math.min(...tails)),
          tails,
        ).records.map(placeOf);
        expect(rest.map(({ partition, position }) => [partition, position])).toEqual(
          whole
            .filter(({ partition, position }) => position > tails[partition]!)
            .map(({ partition, position }) => [partition, position]),
        );
        for (const { partition, prev } of rest) expect(prev).toBeGreaterThanOrEqual(tails[partition]!);
      }),
    );
  });

  it('says by watermarks that nothing more concerns the partitions whose last event is older than the head', () => {
    const { tails } = placeEvents([anEvent(1, ['ins_1']), anEvent(2, ['ins_2'])], tailsAt(0));
    const marked = placeWatermarks(2, tails);
    const expected = tails.flatMap((prev, partition) => (prev < 2 ? [{ partition, position: 2, prev }] : []));
    expect(marked.records.map(placeOf)).toEqual(expected);
    expect(marked.tails).toEqual(Array(12).fill(2));
  });

  it('passes over the keys by which the store remembers answers', () => {
    expect(placeEvents([anEvent(1, ['idempotency:abc', 'answer:ins_1'])], tailsAt(0)).records).toEqual([]);
  });
});
