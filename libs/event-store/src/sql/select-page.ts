import { columns } from './columns';

/** The next events after a position. */
export const selectPage = `
select ${columns} from event_store.events e
where e.position > $1
order by e.position
limit $2`;
