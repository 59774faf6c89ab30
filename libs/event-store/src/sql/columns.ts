/** The columns of an event in the order in which `reading/row.ts` takes them. */
export const columns = `e.position, e.stream_version, e.type_version, e.known_at, e.recorded_at, e.type, e.stream_id, e.id,
  e.correlation_id, e.causation_id, array_to_string(e.keys, E'\\x1f'), e.data::text`;
