import { columns } from './columns';

/** All events of a range of positions, in their order, as a COPY (which takes no parameters: these are whole numbers). */
export function copyEvents(after: number, upTo: number): string {
  return `copy (
select ${columns} from event_store.events e
where e.position > ${after} and e.position <= ${upTo}
order by e.position
) to stdout`;
}
