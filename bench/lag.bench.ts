import type { EventStore } from '@streakline/event-store';
import { Projector, ReadSide } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import { recordedWhenKnown } from '../libs/read-models/test/recorded-when-known';
import type { Bench, BenchRow } from './bench';
import { minimalProjectionLags } from './ceilings/minimal-projection';
import { median, now, quantile } from './pairing';
import { type OpenProjected, openProjected, sizeFrom } from './projected/open-projected';
import { appendTapes, delivery, instrumentIdOf, lastSessions } from './projected/tapes';

const EVENTS = sizeFrom('STREAKLINE_BENCH_LAG_EVENTS', 300);
const WARM_UP = 50;
const INSTRUMENTS = 20;

/** From an append's answer to its rows, facts and checkpoint being readable: one event at a time, a daily bar on a tape of some length. */
export const bench: Bench = {
  name: 'lag',
  run: async ({ createDatabase, log }) => {
    const rows: BenchRow[] = [];
    const ceilings = (await minimalProjectionLags(await createDatabase(), EVENTS + WARM_UP)).slice(WARM_UP);
    for (const years of [1, 20]) {
      const opened = await openProjected(await createDatabase());
      const sessions = lastSessions(years * 250 + Math.ceil((EVENTS + WARM_UP) / INSTRUMENTS));
      await appendTapes(opened.store, INSTRUMENTS, sessions.slice(0, years * 250));
      log(`${INSTRUMENTS} tapes of ${years} year(s) stand`);
      const { projected, read } = await lagsOf(opened, opened.store, sessions.slice(years * 250));
      rows.push(row(`commit to read model, tape of ${years} year(s)`, projected, ceilings));
      rows.push(row(`commit to an answer with minPosition, tape of ${years} year(s)`, read, ceilings));
      await opened.close();
      rows.push(await rowWithInsights(await openProjected(await createDatabase()), years, ceilings));
    }
    return rows;
  },
};

/** As if each bar came on its day: bars of long ago are told to nobody, and these are. */
async function rowWithInsights(opened: OpenProjected, years: number, ceilings: readonly number[]): Promise<BenchRow> {
  const sessions = lastSessions(years * 250 + Math.ceil((EVENTS + WARM_UP) / INSTRUMENTS));
  await appendTapes(opened.store, INSTRUMENTS, sessions.slice(0, years * 250));
  const { projected } = await lagsOf(opened, recordedWhenKnown(opened.store), sessions.slice(years * 250));
  await opened.close();
  return row(`commit to read model and insights, tape of ${years} year(s)`, projected, ceilings);
}

async function lagsOf({ store, database }: OpenProjected, feed: EventStore, newSessions: readonly string[]) {
  const { pool } = database;
  const projector = new Projector({ pool, store: feed, projection: dossiersProjection });
  const readSide = new ReadSide({ pool, store, projection: dossiersProjection.name });
  await projector.start();
  const projected: number[] = [];
  const read: number[] = [];
  for (let n = 0; n < EVENTS + WARM_UP; n += 1) {
    const id = instrumentIdOf(n % INSTRUMENTS);
    const session = newSessions[Math.floor(n / INSTRUMENTS)];
    if (session === undefined) break;
    const result = await store.append({
      streams: [{ streamId: `bars-${id}`, expectedVersion: 'any', events: [delivery(id, [session], n)] }],
    });
    const committed = now();
    const position = result.outcome === 'appended' ? (result.events[0]?.position ?? 0) : 0;
    const answered = readSide.read({ minPosition: position }, async ({ client, schema }) => {
      await client.query(`select details from ${schema}.instruments where instrument_id = $1`, [id]);
      return now();
    });
    await projector.waitUntil(position);
    projected.push(now() - committed);
    read.push((await answered) - committed);
  }
  await projector.stop();
  return { projected: projected.slice(WARM_UP), read: read.slice(WARM_UP) };
}

function row(what: string, lags: readonly number[], ceilings: readonly number[]): BenchRow {
  return {
    what,
    unit: 'ms',
    ours: median(lags),
    ceiling: median(ceilings),
    target: '< 5 ms',
    note: `medians of ${lags.length}; p99 ${quantile(lags, 0.99).toFixed(1)} ms; ceiling: NOTIFY, one row, commit (p99 ${quantile(ceilings, 0.99).toFixed(1)} ms)`,
  };
}
