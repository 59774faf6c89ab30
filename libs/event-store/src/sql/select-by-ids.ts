import { columns } from './columns';

/** Events of the given ids. */
export const selectByIds = `select ${columns} from event_store.events e where e.id = any($1::uuid[])`;
