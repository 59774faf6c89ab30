/** When the events of some keys were stored, in milliseconds, by position. */
export const selectRecordedTimes = `
select position, recorded_at::float8 as at from event_store.events
 where position in (select position from event_store.event_keys where key = any($1) and position <= $2)
 order by position`;
