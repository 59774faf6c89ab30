import { setTimeout as wait } from 'node:timers/promises';
import { type Database, type DatabaseOptions, openDatabase } from '@streakline/database';
import type { Log } from '@streakline/observability';

export interface OpeningOptions extends DatabaseOptions {
  readonly log: Log;
  /** Ends the attempts. */
  readonly stopping: AbortSignal;
  /** Told why an attempt failed; it has no password in it. */
  readonly onProblem: (problem: string) => void;
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Opens a database and brings its schema up to date, again and again until it can be done: a process that ends because
 * its database is not up yet, or is restarted, comes up in a loop of crashes. Undefined where it was stopped before.
 */
export async function openWhenReachable(options: OpeningOptions): Promise<Database | undefined> {
  const { stopping, log, onProblem } = options;
  for (let attempt = 0; !stopping.aborted; attempt += 1) {
    try {
      return await unlessStopped(openAndMigrate(options), stopping);
    } catch (err) {
      if (stopping.aborted) break;
      onProblem(problemOf(err));
      log.warn({ err, attempt }, 'the database cannot be opened and is tried again');
    }
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
    await wait(pause, undefined, { signal: stopping }).catch(() => undefined);
  }
  return undefined;
}

async function openAndMigrate(options: OpeningOptions): Promise<Database> {
  const database = await openDatabase(options);
  try {
    await database.migrate();
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A host that does not answer would hold up the end for as long as a connection may take. */
async function unlessStopped(opening: Promise<Database>, stopping: AbortSignal): Promise<Database> {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('stopped while the database was being opened'));
    stopping.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([opening, stopped]);
  } catch (error) {
    // If it opens after all, nobody is there to use it.
    opening.then(
      (database) => database.close().catch(() => undefined),
      () => undefined,
    );
    throw error;
  } finally {
    stopping.removeEventListener('abort', stop);
  }
}

function problemOf(error: unknown): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const reason = first instanceof Error ? first.message : String(first);
  return `The database cannot be opened: ${reason}. It is tried again; check STREAKLINE_DATABASE_URL, and that it is up.`;
}
