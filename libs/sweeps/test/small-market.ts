import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  backtestsMigrations,
  loadMarket,
  loadStrategy,
  RunStore,
  type SharedMarket,
  type StrategyCode,
} from '@streakline/backtests';
import { openDatabase } from '@streakline/database';
import { eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';
import { defaultMarket, writeMarket } from '@streakline/generated-market';
import { ReadSide, rebuild } from '@streakline/projections';
import { dossiersProjection, readModelsMigrations } from '@streakline/read-models';
import { createTestDatabase } from '@streakline/testing';
import { SweepStore, sweepsMigrations } from '../src';

export interface SmallMarket {
  readonly url: string;
  readonly readSide: ReadSide;
  readonly market: SharedMarket;
  readonly runs: RunStore;
  readonly sweeps: SweepStore;
  close(): Promise<void>;
}

export const MIGRATIONS = [
  ...eventStoreMigrations,
  ...readModelsMigrations,
  ...backtestsMigrations,
  ...sweepsMigrations,
];

/** A database of its own that holds a small generated market, the same every time for a seed. */
export async function smallMarket({ seed = defaultMarket.seed } = {}): Promise<SmallMarket> {
  const made = await createTestDatabase();
  const database = await openDatabase({ url: made.url, migrations: MIGRATIONS });
  await database.migrate();
  const { pool } = database;
  const store = new PostgresEventStore(pool);
  await writeMarket(store, { ...defaultMarket, seed, instruments: 8, years: 2, announcements: 60 });
  await rebuild({ pool, store, projection: dossiersProjection });
  const readSide = new ReadSide({ pool, store, projection: dossiersProjection.name });
  const market = await readSide.read({}, (view) => loadMarket(view));
  const close = async () => {
    await store.close();
    await database.close();
    await made.drop();
  };
  return { url: made.url, readSide, market, runs: new RunStore(pool), sweeps: new SweepStore(pool), close };
}

const SOURCE = (work: number) => `
import { defineStrategy } from '@streakline/backtest';

/** Buys what has fallen for some sessions in a row, and sells it some sessions later. */
export default defineStrategy({
  name: 'after-falls',
  params: { falls: 2, hold: 3 },
  onStart() { for (let i = 0; i < ${work}; i++) Math.sqrt(i); },
  onRun({ params, order }, { instrument, run }) {
    if (run.direction === 'falling' && run.length === params.falls) order(instrument, { toWeight: 0.2 });
  },
  onSession({ params, portfolio, close }) {
    for (const { instrument, sessionsHeld } of portfolio.positions) if (sessionsHeld >= params.hold) close(instrument);
  },
});
`;

/** A strategy in a folder of its own, which first counts to `work`. */
export async function aStrategy({ work = 0 } = {}): Promise<{
  file: string;
  code: StrategyCode;
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'streakline-sweeps-'));
  const file = join(folder, 'after-falls.ts');
  await writeFile(file, SOURCE(work));
  const code = await loadStrategy(file);
  return { file, code, remove: () => rm(folder, { recursive: true }) };
}
