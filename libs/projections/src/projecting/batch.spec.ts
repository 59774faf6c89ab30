import type { RecordedEvent } from '@streakline/events';
import { tallyProjection } from '@streakline/testing';
import { partitionOf } from '../partitions/partition-of';
import { sortByKey } from './batch';

describe('a batch, sorted by key', () => {
  const event = (position: number, ...keys: string[]) => ({ position, keys }) as unknown as RecordedEvent;
  const sorted = (
    events: readonly RecordedEvent[],
    spans: Record<number, { from: number; to: number }>,
    frozen: Record<string, number> = {},
  ) => {
    const { work, parked } = sortByKey(
      tallyProjection(),
      events,
      new Map(Object.entries(spans).map(([partition, span]) => [Number(partition), span])),
      new Map(Object.entries(frozen)),
    );
    return { work: Object.fromEntries(work.map((each) => [each.key, each.events.map((e) => e.position)])), parked };
  };
  const [a, b] = ['tally:a', 'tally:b'];
  const [ofA, ofB] = [partitionOf(a), partitionOf(b)];

  it('gives each key its events within the span of its partition', () => {
    expect(ofA).not.toBe(ofB);
    const events = [1, 2, 3, 4, 5].map((position) => event(position, a, b, 'other'));
    expect(sorted(events, { [ofA]: { from: 1, to: 3 }, [ofB]: { from: 3, to: 5 } }).work).toEqual({
      [a]: [2, 3],
      [b]: [4, 5],
    });
  });

  it('passes over keys whose partition is not in it', () => {
    expect(sorted([event(1, a, b)], { [ofA]: { from: 0, to: 9 } }).work).toEqual({ [a]: [1] });
  });

  it('parks the events of a frozen key from the one that froze it on', () => {
    const events = [1, 2, 3].map((position) => event(position, a));
    const { work, parked } = sorted(events, { [ofA]: { from: 0, to: 9 } }, { [a]: 2 });
    expect(work).toEqual({});
    expect(parked.map(({ position }) => position)).toEqual([2, 3]);
  });
});
