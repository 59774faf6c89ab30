import type { Pool } from 'pg';
import type { PostgresEventStore } from '@streakline/event-store';
import type { Bench } from './bench';
import { drainCopy, parseCopy } from './ceilings/raw-copy-out';
import { openStore } from './open-store';
import { byTurns, now } from './pairing';

const ROUNDS = 5;
const EVENTS = 300_000;

/** An event of a quote's size: some 130 bytes of data, one key. */
const fill = `
with drawn as (update event_store.counter set position = position + ${EVENTS} returning position),
stored as (
  insert into event_store.events
  select n, gen_random_uuid(), 'bars-' || n % 1000, 1 + n / 1000, 'BarsRecorded', 1, 1772197200000 + n, 1772197200000 + n, gen_random_uuid(), null,
    array['ins_' || lpad(to_hex(n % 1000), 32, '0')],
    json_build_object('instrumentId', 'ins_' || lpad(to_hex(n % 1000), 32, '0'), 'source', 'bench', 'sessions', json_build_array('2026-02-27'), 'close', json_build_array(100 + n % 50))
  from generate_series(1, ${EVENTS}) n
)
insert into event_store.event_keys select 'ins_' || lpad(to_hex(n % 1000), 32, '0'), n from generate_series(1, ${EVENTS}) n`;

async function replay(store: PostgresEventStore): Promise<void> {
  let count = 0;
  for await (const batch of store.readAll()) count += batch.length;
  if (count !== EVENTS) throw new Error(`${count} events were read of ${EVENTS}`);
}

async function readByKeys(store: PostgresEventStore): Promise<void> {
  let count = 0;
  for await (const { events } of store.readAllByKey()) count += events.length;
  if (count !== EVENTS) throw new Error(`${count} events were read of ${EVENTS}`);
}

const rateOf = (work: () => Promise<unknown>) => async () => {
  const began = now();
  await work();
  return (EVENTS / (now() - began)) * 1000;
};

/** Reading everything: in position order (a replay) and grouped by key (a rebuild), beside a bare COPY of the same rows. */
export const bench: Bench = {
  name: 'read-all',
  run: async ({ createDatabase, log }) => {
    const { store, database, close } = await openStore(await createDatabase());
    const pool: Pool = database.pool;
    await pool.query(fill);
    await pool.query('vacuum analyze event_store.events, event_store.event_keys');
    log(`${EVENTS} events stand`);
    const drained = await byTurns(
      ROUNDS,
      rateOf(() => replay(store)),
      rateOf(() => drainCopy(pool)),
    );
    const parsed = await byTurns(
      ROUNDS,
      rateOf(() => replay(store)),
      rateOf(() => parseCopy(pool)),
    );
    const grouped = await byTurns(
      ROUNDS,
      rateOf(() => readByKeys(store)),
      rateOf(() => drainCopy(pool)),
    );
    await close();
    return [
      { what: 'replay', unit: 'events/s', ...drained, target: '250,000/s', note: 'ceiling: COPY to stdout, drained' },
      { what: 'replay', unit: 'events/s', ...parsed, target: '250,000/s', note: 'ceiling: COPY and JSON.parse' },
      { what: 'read grouped by key', unit: 'events/s', ...grouped, note: 'ceiling: COPY to stdout, drained' },
    ];
  },
};
