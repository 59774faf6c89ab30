import { columns } from './columns';

/** The events that concern a key, by the primary key of event_keys. */
export const selectByKey = `
select ${columns} from event_store.event_keys k join event_store.events e using (position)
where k.key = $1 and k.position > $2 and k.position <= $3
order by k.position`;
