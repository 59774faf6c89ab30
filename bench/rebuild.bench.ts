import { type Projection, rebuild, schemaOf } from '@streakline/projections';
import type { Bench, BenchRow } from './bench';
import { copiedOut, copyIn } from './ceilings/copy-rows';
import { byTurns, now } from './pairing';
import { type OpenProjected, openProjected, sizeFrom } from './projected/open-projected';
import { everyQuote, fillQuotes, lastQuotes } from './projected/quotes';

const ROUNDS = 3;
const EVENTS = sizeFrom('STREAKLINE_BENCH_EVENTS', 500_000);
const EVENTS_A_KEY = 10;

/** The engine alone: small events, a trivial projection, SET LOGGED and the primary key inside the measured time. */
export const bench: Bench = {
  name: 'rebuild',
  run: async ({ createDatabase, log }) => {
    const opened = await openProjected(await createDatabase());
    await fillQuotes(opened.database.pool, EVENTS, EVENTS / EVENTS_A_KEY);
    log(`${EVENTS} events stand`);
    const rows = [
      await measured(opened, lastQuotes, `rebuild, a row a key (${EVENTS_A_KEY} events each)`),
      await measured(opened, everyQuote, 'rebuild, a row an event'),
    ];
    await opened.close();
    return rows;
  },
};

async function measured({ store, database }: OpenProjected, projection: Projection, what: string): Promise<BenchRow> {
  const { pool } = database;
  const first = await rebuild({ pool, store, projection });
  const table = projection.tables[0]?.name ?? '';
  const rows = await copiedOut(pool, `${schemaOf(projection.name, first.version)}.${table}`);
  const ours = async () => EVENTS / (await rebuild({ pool, store, projection })).seconds;
  const ceiling = async () => {
    const { version } = await serving(pool, projection.name);
    const began = now();
    await copyIn(pool, `${schemaOf(projection.name, version)}.${table}`, rows);
    return (EVENTS / (now() - began)) * 1000;
  };
  const figures = await byTurns(ROUNDS, ours, ceiling);
  const note = 'SET LOGGED and primary key included; ceiling: COPY of the same rows, nothing read or folded';
  return { what, unit: 'events/s', ...figures, target: '150,000/s', note };
}

async function serving(pool: OpenProjected['database']['pool'], name: string): Promise<{ version: number }> {
  const { rows } = await pool.query<{ version: number }>(
    'select version from projections.serving where projection = $1',
    [name],
  );
  return { version: rows[0]?.version ?? 0 };
}
