/**
 * Stores a whole batch of appends in one call, so that a frozen client never holds the counter row.
 *
 * Streams (s_...), ids to look up first (c_...) and events (e_...) come as parallel arrays; an append is named by its
 * number, a stream by its place. `s_expected`: a version, -1 any, -2 exists. A batch names a stream at most once.
 *
 * The first statement takes the counter row, on which all appends of all processes queue. A function's next statement
 * sees everything committed before it, therefore every check below it is final. Positions are drawn only for appends
 * that passed, so that there are no gaps; and the row is let go after the commit, so that positions become visible in
 * their order.
 *
 * Answers: the position before the batch's first event, the moment of recording, each stream's version before, the
 * appends refused for their expected version, and those of which an id is stored already.
 *
 */
export const createAppendFunction = `
create function event_store.append_batch(
  s_append int[], s_stream text[], s_expected int[], s_count int[],
  c_append int[], c_id uuid[],
  e_stream int[], e_place int[], e_id uuid[], e_type text[], e_type_version int[], e_known_at bigint[],
  e_correlation uuid[], e_causation uuid[], e_keys text[], e_data json[],
  out position_before bigint, out recorded_at bigint, out versions int[], out refused int[], out known int[]
)
language sql
-- Planned once, for indexes: a plan made while the table was empty would otherwise scan it when it is not.
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
begin atomic
  select 1 from event_store.counter for update;

  with stream as materialized (
    select s.*, coalesce(newest.version, 0) as version
    from unnest(s_append, s_stream, s_expected, s_count) with ordinality as s(append, stream_id, expected, events, place)
    left join lateral (
      select e.stream_version as version from event_store.events e
      where e.stream_id = s.stream_id order by e.stream_version desc limit 1
    ) newest on true
  ), known as materialized (
    select distinct c.append from unnest(c_append, c_id) as c(append, id)
    where exists (select from event_store.events e where e.id = c.id)
  ), refused as materialized (
    select distinct append from stream
    where case expected when -1 then false when -2 then version = 0 else version <> expected end
  ), judged as materialized (
    select *, append <> all (array(select append from known union all select append from refused)) as accepted from stream
  ), verdict as materialized (
    select array_agg(version order by place) as versions, array_agg(accepted order by place) as accepted,
      array_agg(drawn_before order by place) as drawn_before, max(drawn_before + drawn) as drawn
    from (
      select *, case when accepted then events else 0 end as drawn,
        (coalesce(sum(events) filter (where accepted) over (order by place rows between unbounded preceding and 1 preceding), 0))::int as drawn_before
      from judged
    ) numbered
  ), counted as (
    update event_store.counter c
    set position = c.position + verdict.drawn,
      recorded_at = greatest(c.recorded_at, floor(extract(epoch from clock_timestamp()) * 1000)::bigint)
    from verdict where verdict.drawn > 0
    returning c.position - verdict.drawn as position_before, c.recorded_at
  ), placed as materialized (
    select counted.position_before + verdict.drawn_before[e.stream_no] + e.place as position, counted.recorded_at,
      verdict.versions[e.stream_no] + e.place as stream_version, string_to_array(e.keys, E'\\x1f') as keys,
      e.stream_no, e.id, e.type, e.type_version, e.known_at, e.correlation_id, e.causation_id, e.data
    from counted, verdict,
      unnest(e_stream, e_place, e_id, e_type, e_type_version, e_known_at, e_correlation, e_causation, e_keys, e_data)
        as e(stream_no, place, id, type, type_version, known_at, correlation_id, causation_id, keys, data)
    where verdict.accepted[e.stream_no]
  ), stored as (
    insert into event_store.events
    select p.position, p.id, s_stream[p.stream_no], p.stream_version, p.type, p.type_version, coalesce(p.known_at, p.recorded_at),
      p.recorded_at, p.correlation_id, p.causation_id, p.keys, p.data
    from placed p
  ), indexed as (
    insert into event_store.event_keys select key, p.position from placed p, unnest(p.keys) as key
  )
  select counted.position_before, counted.recorded_at, verdict.versions,
    array(select append from refused), array(select append from known)
  from verdict left join counted on true;
end;
`;
