import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { sampleEvent } from '../sample-events';

/**
 * The least that a durable, gapless append can do: a counter row, the event, two key rows, in one plain-SQL function
 * on the server, several appends a call. No versions to check, no ids to recognise, no wake-ups, no retries.
 */
const schema = `
create schema ceiling;
create table ceiling.counter (position bigint not null) with (fillfactor = 10);
insert into ceiling.counter values (0);
create table ceiling.events (position bigint primary key, id uuid not null, stream_id text not null, version int not null,
  type text not null, data json not null, unique (stream_id, version));
create table ceiling.keys (key text collate "C" not null, position bigint not null, primary key (key, position));
create function ceiling.append(ids uuid[], streams text[], types text[], datas json[], first_keys text[], second_keys text[])
returns bigint language sql begin atomic
  with drawn as (
    update ceiling.counter set position = position + cardinality(ids) returning position - cardinality(ids) as before
  ), stored as (
    insert into ceiling.events select drawn.before + e.place, e.id, e.stream, 1, e.type, e.data
    from drawn, unnest(ids, streams, types, datas) with ordinality as e(id, stream, type, data, place)
  ), indexed as (
    insert into ceiling.keys select key, drawn.before + e.place
    from drawn, unnest(first_keys, second_keys) with ordinality as e(k1, k2, place), lateral (values (k1), (k2)) as k(key)
  )
  select before from drawn;
end;`;

export interface MinimalLoop {
  append(index: number): Promise<void>;
  close(): Promise<void>;
}

/** A loop on raw pg around it: whatever gathers while a call is under way goes with the next. */
export async function openMinimalLoop(url: string): Promise<MinimalLoop> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(schema);
  let waiting: { index: number; done: () => void }[] = [];
  let running = false;
  const run = async () => {
    running = true;
    for (;;) {
      // Lets those that were just answered join again.
      await new Promise((resolve) => setImmediate(resolve));
      if (waiting.length === 0) break;
      const batch = waiting;
      waiting = [];
      await client.query(callOf(batch.map(({ index }) => index)));
      for (const { done } of batch) done();
    }
    running = false;
  };
  return {
    append: (index) =>
      new Promise((done) => {
        waiting.push({ index, done });
        if (!running) void run();
      }),
    close: () => client.end(),
  };
}

function callOf(indexes: readonly number[]) {
  const events = indexes.map(sampleEvent);
  return {
    name: 'append',
    text: 'select ceiling.append($1, $2, $3, $4, $5, $6)',
    values: [
      events.map(() => randomUUID()),
      events.map(({ streamId }) => streamId),
      events.map(({ event }) => event.type),
      events.map(({ event }) => JSON.stringify(event.data)),
      events.map(({ event }) => event.keys[0]),
      events.map(({ event }) => event.keys[1]),
    ],
  };
}
