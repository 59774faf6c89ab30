/**
 * The newest position recorded by an instant. recorded_at never runs backwards along positions, and positions have no
 * gaps: so the primary key is searched by halves, and no index by time is needed.
 */
export const selectRecordedBy = `
with recursive search(low, high) as (
  select 0::bigint, position from event_store.counter
  union all
  select
    case when e.recorded_at <= $1 then e.position else s.low end,
    case when e.recorded_at <= $1 then s.high else e.position - 1 end
  from search s join event_store.events e on e.position = (s.low + s.high + 1) / 2
  where s.low < s.high
)
select low as position from search where low = high`;
