import { Evidence } from './evidence';

/** Leads to one event of the log by its position. */
export function EventLink({ position }: { readonly position: number }) {
  return <Evidence href={`/v1/events?after=${position - 1}&limit=1`}>event {position}</Evidence>;
}
