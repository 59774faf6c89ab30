import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkArchive, exportEvents, importEvents } from '@streakline/event-archive';
import type { Pool } from 'pg';
import type { Bench, BenchRow } from './bench';
import { drainCopy } from './ceilings/raw-copy-out';
import { copyRowsAcross } from './ceilings/copy-across';
import { openStore } from './open-store';
import { byTurns, now, type Paired } from './pairing';
import { sampleEvent } from './sample-events';

const ROUNDS = 3;
const EVENTS = 100_000;
const EVENTS_PER_APPEND = 2_000;

const rateOf = async (work: () => Promise<unknown>) => {
  const began = now();
  await work();
  return (EVENTS / (now() - began)) * 1000;
};

/**
 * Exporting the events of usual size (some 450 bytes of data, two keys) to a compressed file, reading it from end to
 * end, and importing it into an empty store; beside a bare COPY of the same rows out of, and into, tables of the same
 * shape.
 */
export const bench: Bench = {
  name: 'archive',
  run: async ({ createDatabase, log }) => {
    const folder = mkdtempSync(join(tmpdir(), 'streakline-archive-bench-'));
    const source = await openStore(await createDatabase());
    for (let first = 0; first < EVENTS; first += EVENTS_PER_APPEND) {
      const events = Array.from({ length: EVENTS_PER_APPEND }, (_, index) => sampleEvent(first + index).event);
      await source.store.append({ streams: [{ streamId: `bench-${first}`, expectedVersion: 'none', events }] });
    }
    const pool: Pool = source.database.pool;
    await pool.query('vacuum analyze event_store.events, event_store.event_keys');
    log(`${EVENTS} events stand`);
    let files = 0;
    const write = () => exportEvents({ pool, file: join(folder, `${files++}.gz`), streakline: 'bench' });
    const exported = await byTurns(
      ROUNDS,
      () => rateOf(write),
      () => rateOf(() => drainCopy(pool)),
    );
    const { file } = await write();
    const checked = await byTurns(
      ROUNDS,
      () => rateOf(() => checkArchive(file)),
      () => rateOf(() => drainCopy(pool)),
    );
    const imported = await byTurns(
      ROUNDS,
      () => importInto(createDatabase, file),
      () => copyInto(createDatabase, pool),
    );
    const bytes = statSync(file).size;
    await source.close();
    rmSync(folder, { recursive: true });
    return rowsOf({ exported, checked, imported }, bytes);
  },
};

async function importInto(createDatabase: () => Promise<string>, file: string): Promise<number> {
  const target = await openStore(await createDatabase());
  const rate = await rateOf(async () => importEvents(target.database.pool, await checkArchive(file)));
  await target.close();
  return rate;
}

async function copyInto(createDatabase: () => Promise<string>, source: Pool): Promise<number> {
  const target = await openStore(await createDatabase());
  const rate = await rateOf(() => copyRowsAcross(source, target.database.pool));
  await target.close();
  return rate;
}

function rowsOf(all: Record<'exported' | 'checked' | 'imported', Paired>, bytes: number): readonly BenchRow[] {
  const unit = 'events/s';
  const perEvent = Math.round(bytes / EVENTS);
  const note = (rate: number) =>
    `${((rate * bytes) / EVENTS / 1e6).toFixed(1)} MB/s of the file, ${perEvent} bytes an event;`;
  const { exported, checked, imported } = all;
  return [
    { what: 'export to a file', unit, ...exported, note: `${note(exported.ours)} ceiling: COPY out, drained` },
    { what: 'check of a file', unit, ...checked, note: `${note(checked.ours)} ceiling: COPY out, drained` },
    {
      what: 'import of a file, checked first',
      unit,
      ...imported,
      note: `${note(imported.ours)} ceiling: COPY of the rows and keys from one database to the other`,
    },
  ];
}
