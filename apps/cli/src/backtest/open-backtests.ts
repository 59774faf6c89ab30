import { backtestsMigrations } from '@streakline/backtests';
import { type Database, openDatabase } from '@streakline/database';
import { type EventStore, eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';
import { Projector, ReadSide } from '@streakline/projections';
import { dossiersProjection, readModelsMigrations } from '@streakline/read-models';
import { sweepsMigrations } from '@streakline/sweeps';
import type { Pool } from 'pg';
import { InterruptedError } from '../failures';
import { postgresOf, type StorageOptions } from '../projections/open-projections';
import { ProgressLine } from '../study/progress-line';

interface OpenOptions {
  readonly follow?: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Where backtests read their market, and are kept. */
export interface OpenBacktests {
  readonly pool: Pool;
  readonly store: EventStore;
  readonly readSide: ReadSide;
  close(): Promise<void>;
}

const TOLD_EVERY_MS = 200;
const LOOK_EVERY_MS = 500;

/**
 * Opens the stored data, beside a running server or alone. A data folder's read models are brought up to the newest event
 * first; a database that was named has projectors of its own, and is read as far as these are.
 *
 * `follow` false: only what was kept is looked at, and the read models are left as they are.
 */
export async function openBacktests(
  options: StorageOptions,
  { follow = true, signal }: OpenOptions = {},
): Promise<OpenBacktests> {
  const postgres = await postgresOf(options);
  try {
    const database = await openDatabase({
      url: postgres.url,
      migrations: [...eventStoreMigrations, ...readModelsMigrations, ...backtestsMigrations, ...sweepsMigrations],
    });
    const store = new PostgresEventStore(database.pool);
    const close = async () => {
      await store.close();
      await database.close();
      await postgres.stop();
    };
    return await brought(database, store, { follow: follow && options.databaseUrl === undefined, close, signal });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function brought(
  database: Database,
  store: PostgresEventStore,
  { follow, close, signal }: OpenOptions & { readonly close: () => Promise<void> },
): Promise<OpenBacktests> {
  const { pool } = database;
  try {
    await database.migrate();
    if (follow === true) await bringUp(pool, store, signal);
    return { pool, store, readSide: new ReadSide({ pool, store, projection: dossiersProjection.name }), close };
  } catch (error) {
    await store.close();
    await database.close();
    throw error;
  }
}

async function bringUp(pool: Pool, store: EventStore, signal?: AbortSignal): Promise<void> {
  const projector = new Projector({ pool, store, projection: dossiersProjection });
  const line = new ProgressLine(process.stderr);
  const head = await store.head();
  const tell = setInterval(() => {
    const { rebuild, position } = projector.status();
    const done = rebuild?.events ?? position;
    line.show({ phase: 'bringing the read models up', done, total: head });
  }, TOLD_EVERY_MS);
  try {
    await projector.start();
    while (!(await projector.waitUntil(head, LOOK_EVERY_MS))) {
      if (signal?.aborted === true) throw new InterruptedError('interrupted: nothing had been run yet');
    }
  } finally {
    clearInterval(tell);
    line.clear();
    await projector.stop();
  }
}
