import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPrices } from '@streakline/price-import';
import { rebuild } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import type { BenchContext, BenchRow } from '../bench';
import { now } from '../pairing';
import { openProjected, sizeFrom } from '../projected/open-projected';
import { parseAndCopy } from './parse-and-copy';
import { writePriceFile } from './write-price-file';

const INSTRUMENTS = sizeFrom('STREAKLINE_BENCH_IMPORT_INSTRUMENTS', 500);
const SESSIONS = sizeFrom('STREAKLINE_BENCH_IMPORT_SESSIONS', 2_800);
const ROWS = INSTRUMENTS * SESSIONS;
const MEGABYTE = 1024 * 1024;

/** One CSV of many instruments into the store and all read models, beside a bare parse-and-COPY of the same file. */
export async function priceFileImported({ createDatabase, log }: BenchContext): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'streakline-prices-'));
  const path = join(folder, 'prices.csv');
  try {
    await writePriceFile(path, INSTRUMENTS, SESSIONS);
    const opened = await openProjected(await createDatabase());
    const bare = await secondsOf(() => parseAndCopy(opened.database.pool, path));
    log(`${ROWS.toLocaleString('en-US')} rows parsed and copied in ${bare.toFixed(1)} s`);
    const peak = peakMemory();
    const recording = await secondsOf(() => imported(opened.store, path));
    log(`recorded in ${recording.toFixed(1)} s`);
    const { pool } = opened.database;
    const models = await secondsOf(() => rebuild({ pool, store: opened.store, projection: dossiersProjection }));
    const most = peak();
    log(`read models in ${models.toFixed(1)} s`);
    const rebare = await secondsOf(() => parseAndCopy(pool, path));
    await opened.close();
    return rowsOf(recording, models, (bare + rebare) / 2, most);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function imported(store: Parameters<typeof importPrices>[0], path: string): Promise<void> {
  const { bars, refused } = await importPrices(store, [path], {
    now: Date.now(),
    mic: 'XNAS',
    basis: 'raw',
    listMissing: { currency: 'USD' },
  });
  if (bars.recorded !== ROWS)
    throw new Error(`${bars.recorded} bars were recorded of ${ROWS}: ${JSON.stringify(refused)}`);
}

function rowsOf(recording: number, models: number, bare: number, most: number): readonly BenchRow[] {
  const seconds = recording + models;
  const what = `import prices, ${(ROWS / 1e6).toLocaleString('en-US')} million rows of ${INSTRUMENTS} instruments`;
  const note = 'ceiling: parse and COPY of the same file, with a primary key';
  return [
    { what: `${what}, recorded`, unit: 'rows/s', ours: ROWS / recording, ceiling: ROWS / bare, note },
    {
      what: `${what}, store and all read models`,
      unit: 'rows/s',
      ours: ROWS / seconds,
      ceiling: ROWS / bare,
      target: 'ratio 0.25',
      note,
    },
    { what: 'the same', unit: 's', ours: seconds, ceiling: null, target: '< 60 s' },
    { what: 'peak memory of it', unit: 'MiB', ours: most, ceiling: null, target: '< 512 MiB' },
  ];
}

/** Of this process from now until asked. */
function peakMemory(): () => number {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  return () => {
    clearInterval(timer);
    return Math.max(peak, process.memoryUsage.rss()) / MEGABYTE;
  };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = now();
  await work();
  return (now() - began) / 1000;
}
