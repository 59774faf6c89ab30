/** The counter row: who holds it is alone in drawing positions, here until the transaction ends. */
export const lockCounter = `select position, recorded_at from event_store.counter for update`;

/** Columns of an event in the order of {@link createTables}; `keys` as an array's text. */
export const copyRowsIn = `copy event_store.events (position, id, stream_id, stream_version, type, type_version, known_at,
  recorded_at, correlation_id, causation_id, keys, data) from stdin`;

/** The index by key of the events of a range. */
export const indexRange = `
insert into event_store.event_keys
select key, e.position from event_store.events e, unnest(e.keys) as key
where e.position > $1 and e.position <= $2`;

/** Counts the positions, as if they had been drawn. recordedAt goes on from the newest. */
export const advanceCounter = `
update event_store.counter c
set position = $1,
  recorded_at = greatest(c.recorded_at, (select e.recorded_at from event_store.events e where e.position = $1))`;
