import type { RecordedEvent } from '@streakline/events';
import type { Positions } from '@streakline/projections';
import { nextStep, type PlacedRecord } from './next-step';

/** Consecutive records of one partition. */
export interface Piece {
  readonly partition: number;
  readonly records: readonly PlacedRecord[];
  /** Offset behind the last of them, unreadable ones included. */
  readonly end: number;
  /** How many of them are done with. */
  readonly done: number;
}

/** A stretch of positions that the log did not give to a partition. */
export interface Gap {
  readonly partition: number;
  readonly after: number;
  readonly upTo: number;
}

/** What one transaction is to do for several partitions. */
export interface Plan {
  /** In position order, each once. */
  readonly events: readonly RecordedEvent[];
  readonly to: ReadonlyMap<number, number>;
  /** By partition, how many records of its piece are done with when the transaction is. */
  readonly done: ReadonlyMap<number, number>;
  /** Where partitions miss events, which have to be read from the store. These have no part in the above. */
  readonly gaps: readonly Gap[];
}

/** The next transaction: something of every piece, so that no partition waits for another. */
export function planBatch(pieces: readonly Piece[], positions: Positions, maxEvents: number): Plan {
  const share = Math.max(1, Math.floor(maxEvents / Math.max(1, pieces.length)));
  const lists: (readonly RecordedEvent[])[] = [];
  const to = new Map<number, number>();
  const done = new Map<number, number>();
  const gaps: Gap[] = [];
  for (const { partition, records, done: first } of pieces) {
    // A partition of unknown position is not this process's.
    const step = nextStep(positions.get(partition) ?? Infinity, records, first, share);
    if (step.kind === 'done') done.set(partition, records.length);
    if (step.kind === 'read') gaps.push({ partition, after: step.after, upTo: step.upTo });
    if (step.kind !== 'fold') continue;
    lists.push(step.events);
    to.set(partition, step.to);
    done.set(partition, step.next);
  }
  return { events: inOrder(lists), to, done, gaps };
}

/** Events of several partitions as one list: an event that went to several of them is in it once. */
export function inOrder(lists: readonly (readonly RecordedEvent[])[]): readonly RecordedEvent[] {
  const some = lists.filter((list) => list.length > 0);
  if (some.length <= 1) return some[0] ?? [];
  const all = some.flat().sort((a, b) => a.position - b.position);
  return all.filter((event, at) => event.position !== all[at - 1]?.position);
}

/** The offset from which to read on once `done` records of a piece are done with. */
export function offsetBehind({ records, end }: Piece, done: number): number {
  return records[done]?.offset ?? end;
}
