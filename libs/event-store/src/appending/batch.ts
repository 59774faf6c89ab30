import type { AppendResult } from '../event-store';
import type { PreparedAppend } from './prepared-append';

/** An append and whoever waits for it. */
export interface PendingAppend {
  readonly append: PreparedAppend;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

// Batches beyond these win nothing, and make the first in them wait for the last. Larger appends travel alone.
const MAX_EVENTS = 512;
const MAX_BYTES = 1024 * 1024;

/**
 * Takes the next batch off the front of the queue. It holds at most one append a stream, and none twice with the same
 * event id: what the one decides on must be stored before the other is checked. An append left behind holds back
 * later ones of its streams, so that no stream's order changes.
 */
export function takeBatch(queue: PendingAppend[]): readonly PendingAppend[] {
  const batch: PendingAppend[] = [];
  const left: PendingAppend[] = [];
  const taken = new Set<string>();
  let [events, bytes, index] = [0, 0, 0];
  for (; index < queue.length; index++) {
    const pending = queue[index];
    if (pending === undefined) break;
    const { append } = pending;
    const isFree =
      append.streams.every(({ streamId }) => !taken.has(streamId)) && append.givenIds.every((id) => !taken.has(id));
    for (const { streamId } of append.streams) taken.add(streamId);
    for (const id of append.givenIds) taken.add(id);
    if (!isFree) {
      left.push(pending);
      continue;
    }
    if (batch.length > 0 && (events + append.eventCount > MAX_EVENTS || bytes + append.bytes > MAX_BYTES)) break;
    batch.push(pending);
    events += append.eventCount;
    bytes += append.bytes;
  }
  queue.splice(0, index, ...left);
  return batch;
}
