import { isDeepStrictEqual } from 'node:util';
import type { RecordedEvent } from '@streakline/events';
import type { AppendResult, StoredEventReceipt } from '../event-store';
import type { PreparedAppend, PreparedEvent } from './prepared-append';

/**
 * What it means that an append carries ids that are stored: the whole append was said before, or an id is used for
 * something else (also where only some of its events are stored, which were another append then).
 */
export function resolveKnown(append: PreparedAppend, stored: ReadonlyMap<string, RecordedEvent>): AppendResult {
  const receipts: StoredEventReceipt[] = [];
  let recordedAt = 0;
  for (const { streamId, events } of append.streams) {
    for (const event of events) {
      const first = stored.get(event.id);
      if (first === undefined || !isSame(event, streamId, first)) return reused(append, stored, first);
      receipts.push({ id: first.id, position: first.position, streamId, streamVersion: first.streamVersion });
      recordedAt = first.recordedAt;
    }
  }
  // Ids that were drawn here can only be stored by the first try of this very append, whose answer was lost.
  return { outcome: append.givenIds.length === 0 ? 'appended' : 'alreadyAppended', events: receipts, recordedAt };
}

function isSame(event: PreparedEvent, streamId: string, first: RecordedEvent): boolean {
  return (
    first.streamId === streamId &&
    first.type === event.type &&
    first.typeVersion === event.typeVersion &&
    (event.knownAt === null || first.knownAt === event.knownAt) &&
    isDeepStrictEqual(first.keys, event.keys) &&
    isDeepStrictEqual(first.data, JSON.parse(event.json))
  );
}

function reused(
  append: PreparedAppend,
  stored: ReadonlyMap<string, RecordedEvent>,
  culprit: RecordedEvent | undefined,
): AppendResult {
  const known =
    culprit ??
    append.streams.flatMap(({ events }) => events.map(({ id }) => stored.get(id))).find((event) => event !== undefined);
  return { outcome: 'eventIdReused', eventId: known?.id ?? '', position: known?.position ?? 0 };
}
