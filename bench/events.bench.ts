import { get, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { defaultMarket, writeMarket } from '@streakline/generated-market';
import type { Pool } from 'pg';
import { to } from 'pg-copy-streams';
import type { Bench, BenchRow } from './bench';
import { type EventServer, startEventServer } from './events/server';
import { openStore } from './open-store';
import { byTurns, now } from './pairing';

const ROUNDS = 2;
const EVENTS = 200_000;
const MIB = 1024 * 1024;

/** Bars of one session, as a daily feed delivers them: some 200 bytes of data, one key. */
const fill = `
with drawn as (update event_store.counter set position = position + ${EVENTS} returning position),
stored as (
  insert into event_store.events
  select n, gen_random_uuid(), 'bars-' || n % 1000, 1 + n / 1000, 'BarsRecorded', 1, 1772197200000 + n, 1772197200000 + n, gen_random_uuid(), null,
    array['ins_' || lpad(to_hex(n % 1000), 32, '0')],
    format('{"instrumentId":"ins_%s","source":"bench","basisAsOf":null,"sessions":["2026-02-27"],"open":[%s],"close":[%s],"volume":[%s]}',
      lpad(to_hex(n % 1000), 32, '0'), 100 + n % 50, 101 + n % 50, n)::json
  from generate_series(1, ${EVENTS}) n
)
insert into event_store.event_keys select 'ins_' || lpad(to_hex(n % 1000), 32, '0'), n from generate_series(1, ${EVENTS}) n`;

/** Reads an answer to its end and counts its lines. */
async function drain(url: string, path: string, accept: string): Promise<number> {
  const [answer] = (await once(get(`${url}${path}`, { headers: { Accept: accept } }), 'response')) as [IncomingMessage];
  let lines = 0;
  for await (const chunk of answer) {
    const bytes = chunk as Buffer;
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) lines += 1;
  }
  return lines;
}

async function copyToNull(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    const copy = client.query(to('copy (select * from event_store.events order by position) to stdout'));
    await pipeline(copy, createWriteStream('/dev/null'));
  } finally {
    client.release();
  }
}

const rateOf = (events: number, work: () => Promise<unknown>) => async () => {
  const began = now();
  await work();
  return (events / (now() - began)) * 1000;
};

async function whole(server: EventServer, pool: Pool, accept: string): Promise<BenchRow> {
  const ask = async () => {
    const lines = await drain(server.url, '/v1/events', accept);
    if (lines < EVENTS) throw new Error(`${lines} of ${EVENTS} events came`);
  };
  const before = await server.mostMemory();
  const paired = await byTurns(
    ROUNDS,
    rateOf(EVENTS, ask),
    rateOf(EVENTS, () => copyToNull(pool)),
  );
  const after = await server.mostMemory();
  const memory = `server's most memory ${Math.round(after / MIB)} MiB (${Math.round(before / MIB)} before)`;
  const target = accept === 'application/x-ndjson' ? { target: '100,000/s' } : {};
  return { what: `GET /v1/events, ${accept}`, unit: 'events/s', ...paired, ...target, note: memory };
}

/** GET /v1/events as streams, its server's memory beside it, and COPY to /dev/null of the same rows; history in the order of knownAt. */
export const bench: Bench = {
  name: 'events',
  run: async ({ createDatabase, log }) => {
    const url = await createDatabase();
    const { database, close } = await openStore(url);
    await database.pool.query(fill);
    await database.pool.query('vacuum analyze event_store.events, event_store.event_keys');
    log(`${EVENTS} events stand`);
    const server = await startEventServer(url);
    const rows = [
      await whole(server, database.pool, 'application/x-ndjson'),
      await whole(server, database.pool, 'text/csv'),
    ];
    await server.close();
    await close();
    return [...rows, await moments(await createDatabase(), log)];
  },
};

/** A backfilled market, whose deliveries of 2,500 sessions are told session by session. */
async function moments(url: string, log: (line: string) => void): Promise<BenchRow> {
  const { store, close } = await openStore(url);
  await writeMarket(store, { ...defaultMarket, instruments: 100, announcements: 2_000 });
  log('a market of 100 instruments x 10 years stands');
  const server = await startEventServer(url);
  const before = await server.mostMemory();
  const began = now();
  const records = await drain(server.url, '/v1/events?order=knownAt', 'application/x-ndjson');
  const ours = (records / (now() - began)) * 1000;
  const note = `${records} records; server's most memory ${Math.round((await server.mostMemory()) / MIB)} MiB (${Math.round(before / MIB)} before)`;
  await server.close();
  await close();
  return { what: 'GET /v1/events, in the order of knownAt', unit: 'records/s', ours, ceiling: null, note };
}
