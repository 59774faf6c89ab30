import { columns } from './columns';

/** A stream's events after a version, by the unique index on (stream_id, stream_version). */
export const selectStream = `
select ${columns} from event_store.events e
where e.stream_id = $1 and e.stream_version > $2
order by e.stream_version`;
