import { rebuild, schemaOf } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import type { Bench, BenchRow } from './bench';
import { type OpenProjected, openProjected, sizeFrom } from './projected/open-projected';
import { announced, counted } from './projected/news';
import { memoryBytes } from './sizes/memory-bytes';
import { topicBytes } from './sizes/topic-bytes';
import { instrumentIdOf, lastSessions, listing } from './projected/tapes';
import { RandomTape } from './sizes/random-tape';

const INSTRUMENTS = sizeFrom('STREAKLINE_BENCH_SIZE_INSTRUMENTS', 200);
const SESSIONS = 5_000;
const SESSIONS_A_DELIVERY = 2_500;
const DAILY = 25;
const ANNOUNCEMENTS = 10;

/**
 * What twenty years of bars, single bars of a day and announcements take: in the event store, on the topic, in the read
 * models and in a projector's memory. docs/guides/scaling.md multiplies these.
 */
export const bench: Bench = {
  name: 'sizes',
  run: async ({ createDatabase, log }) => {
    const opened = await openProjected(await createDatabase());
    const sessions = lastSessions(SESSIONS + DAILY);
    const history = sessions.slice(0, SESSIONS);
    const bars = INSTRUMENTS * SESSIONS;
    const tapes = Array.from({ length: INSTRUMENTS }, (_, number) => new RandomTape(instrumentIdOf(number), number));
    const tape = (number: number) => tapes[number] ?? new RandomTape(instrumentIdOf(number), number);
    const stored = await storedBy(opened, [
      ['listings', () => appendEach(opened, (number) => [[listing(instrumentIdOf(number), number)]])],
      [
        'history',
        () => appendEach(opened, (number) => deliveriesOf(history).map((part) => [tape(number).delivery(part)])),
      ],
      ['counts', () => appendEach(opened, (number) => [counted(instrumentIdOf(number), history)])],
    ]);
    log(`${bars} bars stand`);
    const before = await rebuilt(opened);
    const more = await storedBy(opened, [
      [
        'daily',
        () => appendEach(opened, (number) => sessions.slice(SESSIONS).map((each) => [tape(number).delivery([each])])),
      ],
      ['news', () => appendEach(opened, (number) => [announced(instrumentIdOf(number), history, ANNOUNCEMENTS)])],
    ]);
    log('a month of daily bars and some announcements stand');
    const after = await rebuilt(opened);
    const rows = [
      row('store, a bar of a backfill (2,500 an event)', (stored.get('history') ?? 0) / bars),
      row('store, an event of one bar', (more.get('daily') ?? 0) / (INSTRUMENTS * DAILY)),
      row('store, an announcement', (more.get('news') ?? 0) / (INSTRUMENTS * ANNOUNCEMENTS)),
      ...(await topicBytes(opened.store)).map(({ kind, bytes, events, records }) =>
        row(`topic, ${kind}`, bytes / events, `${(records / events).toFixed(2)} records`),
      ),
      ...perTable(before, after, bars),
      ...rowsOfMemory(await memoryBytes(opened.store)),
    ];
    await opened.close();
    return rows;
  },
};

const row = (what: string, ours: number, note?: string): BenchRow => ({
  ...{ what, unit: 'bytes', ours, ceiling: null },
  ...(note !== undefined && { note }),
});

const deliveriesOf = (sessions: readonly string[]) => [
  sessions.slice(0, SESSIONS_A_DELIVERY),
  sessions.slice(SESSIONS_A_DELIVERY),
];

type NewEvents = Parameters<OpenProjected['store']['append']>[0]['streams'][number]['events'];

/** Appends, for every instrument, some deliveries, each to a stream of its own. */
async function appendEach(
  { store }: OpenProjected,
  deliveriesOf: (number: number) => readonly NewEvents[],
): Promise<void> {
  for (let number = 0; number < INSTRUMENTS; number += 1) {
    const streams = deliveriesOf(number).map((events, at) => ({
      ...{ streamId: `sizes-${number}-${at}-${events[0]?.id ?? ''}`, expectedVersion: 'any' as const, events },
    }));
    const { outcome } = await store.append({ streams });
    if (outcome !== 'appended') throw new Error(`${instrumentIdOf(number)}: ${outcome}`);
  }
}

/** By step, the bytes that the event store grew by: tables, indexes and what is stored out of line. */
async function storedBy(
  { database }: OpenProjected,
  steps: readonly (readonly [name: string, work: () => Promise<void>])[],
): Promise<ReadonlyMap<string, number>> {
  const grown = new Map<string, number>();
  const size = async () => {
    const { rows } = await database.pool.query<{ bytes: string }>(
      `select sum(pg_total_relation_size(c.oid)) as bytes from pg_class c
       where c.relnamespace = 'event_store'::regnamespace and c.relkind = 'r'`,
    );
    return Number(rows[0]?.bytes);
  };
  for (const [name, work] of steps) {
    const before = await size();
    await work();
    grown.set(name, (await size()) - before);
  }
  return grown;
}

interface TableSize {
  readonly bytes: number;
  readonly rows: number;
}

interface RebuiltSizes {
  readonly seconds: number;
  readonly tables: ReadonlyMap<string, TableSize>;
}

async function rebuilt({ store, database: { pool } }: OpenProjected): Promise<RebuiltSizes> {
  const { version, seconds } = await rebuild({ pool, store, projection: dossiersProjection });
  const schema = schemaOf(dossiersProjection.name, version);
  const tables = new Map<string, TableSize>();
  for (const { name } of dossiersProjection.tables) {
    const { rows } = await pool.query<{ bytes: string; rows: string }>(
      `select pg_total_relation_size('${schema}.${name}') as bytes, count(*) as rows from ${schema}.${name}`,
    );
    tables.set(name, { bytes: Number(rows[0]?.bytes), rows: Number(rows[0]?.rows) });
  }
  return { seconds, tables };
}

/** What each table takes for a bar, and what announcements added to it. */
function perTable(before: RebuiltSizes, after: RebuiltSizes, bars: number): readonly BenchRow[] {
  const announcements = INSTRUMENTS * ANNOUNCEMENTS;
  const added = (name: string) => {
    const [was, is] = [before.tables.get(name), after.tables.get(name)];
    const ofBars = (was?.bytes ?? 0) * (1 + DAILY / SESSIONS);
    return Math.max(0, ((is?.bytes ?? 0) - ofBars) / announcements);
  };
  const tables = dossiersProjection.tables.map(({ name }) => name);
  const noteOf = (name: string) =>
    `${((before.tables.get(name)?.rows ?? 0) / INSTRUMENTS).toFixed(1)} rows an instrument before announcements`;
  return [
    ...tables.map((name) => row(`${name}, a bar`, (before.tables.get(name)?.bytes ?? 0) / bars, noteOf(name))),
    ...tables.map((name) => row(`${name}, an announcement`, added(name))),
    { ...row('rebuild of all read models', bars / before.seconds), unit: 'bars/s' },
  ];
}

function rowsOfMemory({ byHeap, reckoned }: { byHeap: number; reckoned: number }): readonly BenchRow[] {
  return [row('memory, a dossier of twenty years', byHeap), row('the same by its own reckoning', reckoned)];
}
