/**
 * The store's tables. `counter` is the one row from which positions are drawn; `events` is the truth; `event_keys`
 * the index by key, in code point order whatever the database's collation. A stream's version is the greatest of its
 * events': the unique index answers it, so that no row a stream is kept up to date for it.
 *
 * Instants are epoch milliseconds. `data` is `json`, not `jsonb`: it comes back as it was written, byte for byte, and
 * is never searched.
 */
export const createTables = `
create schema event_store;

create table event_store.counter (
  only_row boolean primary key default true check (only_row),
  position bigint not null,
  recorded_at bigint not null
) with (fillfactor = 10);
insert into event_store.counter (position, recorded_at) values (0, 0);

create table event_store.events (
  position bigint primary key,
  id uuid not null unique,
  stream_id text collate "C" not null,
  stream_version int not null,
  type text collate "C" not null,
  type_version int not null,
  known_at bigint not null,
  recorded_at bigint not null,
  correlation_id uuid not null,
  causation_id uuid,
  keys text[] not null,
  data json not null,
  unique (stream_id, stream_version)
);

create table event_store.event_keys (
  key text collate "C" not null,
  position bigint not null,
  primary key (key, position)
);
`;
