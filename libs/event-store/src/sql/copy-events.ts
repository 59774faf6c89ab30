import { escapeLiteral } from 'pg';
import { columns } from './columns';

/** A COPY of the event columns, with a key before them or without. A missing causation is empty text. */
export interface EventCopy {
  readonly statement: string;
  readonly hasKey: boolean;
  /** Said to the server for the time of the COPY. */
  readonly settings: string;
}

/*
 * By key, the events are fetched one by one along the index of keys. The planner would rather join and sort all of
 * them first, on every core: no faster on the whole, nothing to read until it is done, and it spills to disk.
 */
const FETCH_ALONG_KEYS = `set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_sort = off;
set local max_parallel_workers_per_gather = 0`;

/** All events of a range of positions, in their order. (COPY takes no parameters: these are whole numbers.) */
export function copyEvents(after: number, upTo: number): EventCopy {
  const select = `
select ${columns} from event_store.events e
where e.position > ${after} and e.position <= ${upTo}
order by e.position`;
  return { statement: copyOut(select), hasKey: false, settings: '' };
}

/** Keys with their events, in the order of keys (by code point, as event_keys is declared) and positions. */
export function copyEventsByKey(after: number, upTo: number, keyPrefix: string): EventCopy {
  const select = `
select k.key, ${columns} from event_store.event_keys k join event_store.events e using (position)
where k.position > ${after} and k.position <= ${upTo} and starts_with(k.key, ${escapeLiteral(keyPrefix)})
order by k.key, k.position`;
  return { statement: copyOut(select), hasKey: true, settings: FETCH_ALONG_KEYS };
}

function copyOut(select: string): string {
  return `copy (${select}) to stdout with (null '')`;
}
