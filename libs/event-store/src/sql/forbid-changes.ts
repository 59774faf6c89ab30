/** Stored events are never changed: the database itself refuses, whoever asks. */
export const forbidChanges = `
create function event_store.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the event store is append-only: % on %.% is forbidden', tg_op, tg_table_schema, tg_table_name
    using errcode = 'restrict_violation', hint = 'Record another event that corrects the first.';
end $$;

create trigger append_only before update or delete or truncate on event_store.events
  for each statement execute function event_store.refuse_change();
create trigger append_only before update or delete or truncate on event_store.event_keys
  for each statement execute function event_store.refuse_change();
`;
