import { addEvent, emptyDossier, knownBy, marketCapsOf, reactionsOf, runsOf, timelineOf } from '@streakline/dossiers';
import { rebuild } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import type { Bench, BenchRow } from './bench';
import { parseBars } from './ceilings/parse-bars';
import { now } from './pairing';
import { type OpenProjected, openProjected, sizeFrom } from './projected/open-projected';
import { appendTapes, lastSessions } from './projected/tapes';

const INSTRUMENTS = sizeFrom('STREAKLINE_BENCH_INSTRUMENTS', 2_000);
const SESSIONS = sizeFrom('STREAKLINE_BENCH_SESSIONS', 5_000);
const BARS = INSTRUMENTS * SESSIONS;
const MEGABYTE = 1024 * 1024;

/** Ten million bars in batched deliveries: written, read and folded, seen through the views, and rebuilt with every read model. */
export const bench: Bench = {
  name: 'fold',
  run: async ({ createDatabase, log }) => {
    const opened = await openProjected(await createDatabase());
    const writing = await secondsOf(() => appendTapes(opened.store, INSTRUMENTS, lastSessions(SESSIONS)));
    await opened.database.pool.query('vacuum analyze event_store.events, event_store.event_keys');
    log(`${BARS.toLocaleString('en-US')} bars stand`);
    const rows = [row('bars written, in deliveries of 2,500', writing), await folded(opened), await viewed(opened)];
    log('read and folded');
    rows.push(...(await rebuilt(opened)));
    await opened.close();
    return rows;
  },
};

async function folded({ store, database }: OpenProjected): Promise<BenchRow> {
  const ceiling = await secondsOf(() => parseBars(database.pool));
  const ours = await secondsOf(async () => {
    let bars = 0;
    for await (const { key, events } of store.readAllByKey({ keyPrefix: 'ins_' })) {
      const dossier = emptyDossier(key);
      for (const event of events) addEvent(dossier, event);
      bars += dossier.bars.length;
    }
    if (bars !== BARS) throw new Error(`${bars} bars were folded of ${BARS}`);
  });
  const note = 'ceiling: COPY, JSON.parse and the sum of the closes';
  return { ...row('bars read and folded into dossiers', ours), ceiling, target: '< 10 s', note };
}

async function viewed({ store }: OpenProjected): Promise<BenchRow> {
  const seconds = await secondsOf(async () => {
    for await (const { key, events } of store.readAllByKey({ keyPrefix: 'ins_' })) {
      const dossier = emptyDossier(key);
      for (const event of events) addEvent(dossier, event);
      const known = knownBy(dossier);
      if (known) [runsOf, marketCapsOf, reactionsOf, timelineOf].forEach((view) => view(known));
    }
  });
  return row('bars read, folded and seen through the four views', seconds);
}

async function rebuilt({ store, database }: OpenProjected): Promise<readonly BenchRow[]> {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const { seconds, loaded } = await rebuild({ pool: database.pool, store, projection: dossiersProjection });
  clearInterval(timer);
  const note = `${loaded.rows.toLocaleString('en-US')} rows, SET LOGGED and indexes included`;
  return [
    { ...row('rebuild of facts and the four read models', seconds), note },
    { what: 'peak memory in that rebuild', unit: 'MiB', ours: peak / MEGABYTE, ceiling: null, target: '< 1,024 MiB' },
  ];
}

function row(what: string, seconds: number): BenchRow {
  return { what: `${(BARS / 1e6).toLocaleString('en-US')} million ${what}`, unit: 's', ours: seconds, ceiling: null };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = now();
  await work();
  return (now() - began) / 1000;
}
