/**
 * One hash a key over all of its events up to a position: what they say and when it was known, each at its position. Not
 * what differs between two stores of the same history: ids, the time of recording, what caused them.
 */
export const selectDigests = `
select k.key, encode(sha256(string_agg(
         convert_to(concat_ws(' ', e.position, e.type, e.type_version, e.known_at, ''), 'UTF8')
           || sha256(convert_to(e.data::text, 'UTF8')), ''::bytea order by e.position)), 'hex') as digest
  from event_store.event_keys k join event_store.events e using (position)
 where k.key = any($1) and k.position <= $2
 group by k.key`;
