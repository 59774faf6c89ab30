/**
 * Events of a range as JSON, a line each, in position order, with every column that the store holds. The server writes
 * them: it has `data` as the text that was stored, which nobody then needs to parse. Tabs and line breaks between the
 * tokens of JSON, which the append never writes, become spaces: a line must stay one. (COPY takes no parameters: these are whole
 * numbers.) In COPY's binary format, since its text format would escape every backslash.
 */
export function copyLines(after: number, upTo: number): string {
  return `copy (
select '{"position":' || e.position || ',"id":"' || e.id || '","streamId":' || to_json(e.stream_id)
  || ',"streamVersion":' || e.stream_version || ',"type":' || to_json(e.type) || ',"typeVersion":' || e.type_version
  || ',"knownAt":' || e.known_at || ',"recordedAt":' || e.recorded_at || ',"correlationId":"' || e.correlation_id
  || '","causationId":' || coalesce(to_json(e.causation_id)::text, 'null') || ',"keys":' || to_json(e.keys)
  || ',"data":' || translate(e.data::text, E'\\t\\n\\r', '   ') || E'}\\n'
from event_store.events e
where e.position > ${after} and e.position <= ${upTo}
order by e.position) to stdout (format binary)`;
}
