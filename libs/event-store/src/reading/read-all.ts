import type { RecordedEvent } from '@streakline/events';
import type { Pool } from 'pg';
import type { ReadOptions } from '../event-store';
import { copyEvents, copyEventsByKey } from '../sql/copy-events';
import { copyChunks } from './copy-reader';
import type { Upcast } from './upcasting';

/** All events of a range in position order, chunk by chunk as they come from the server. */
export function readAll(
  pool: Pool,
  upcast: Upcast,
  options: Required<ReadOptions>,
): AsyncIterable<readonly RecordedEvent[]> {
  return copyChunks(pool, copyEvents(options.after, options.upTo), (event) => upcast(event));
}

/** All keys with their events; one key's events are in memory at a time, and those of the chunk in hand. */
export async function* readAllByKey(
  pool: Pool,
  upcast: Upcast,
  options: Required<ReadOptions> & { readonly keyPrefix: string },
): AsyncGenerator<{ readonly key: string; readonly events: readonly RecordedEvent[] }> {
  const copy = copyEventsByKey(options.after, options.upTo, options.keyPrefix);
  let current: { key: string; events: RecordedEvent[] } | undefined;
  for await (const chunk of copyChunks(pool, copy, (event, key) => ({ key, event: upcast(event) }))) {
    for (const { key, event } of chunk) {
      if (current?.key === key) {
        current.events.push(event);
        continue;
      }
      if (current !== undefined) yield current;
      current = { key, events: [event] };
    }
  }
  if (current !== undefined) yield current;
}
