import { escapeLiteral } from 'pg';
import { columns } from './columns';

/** Keys with their events, in the order of keys (by code point, as event_keys is declared) and positions. */
export function copyEventsByKey(after: number, upTo: number, keyPrefix: string): string {
  return `copy (
select ${columns}, k.key from event_store.event_keys k join event_store.events e using (position)
where k.position > ${after} and k.position <= ${upTo} and starts_with(k.key, ${escapeLiteral(keyPrefix)})
order by k.key, k.position
) to stdout`;
}
