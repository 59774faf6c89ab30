import { mkdirSync } from 'node:fs';
import {
  ArchiveError,
  type ArchiveSummary,
  checkArchive,
  type CheckedArchive,
  type Imported,
  importEvents,
  type ReadingOptions,
} from '@streakline/event-archive';
import { messageOf, UsageError } from '../failures';
import { print } from '../output/print';
import type { StorageOptions } from '../projections/open-projections';
import { openEvents } from './open-events';
import { EventsProgress } from './events-progress';
import { withStop } from './with-stop';

export interface ImportCommandOptions extends StorageOptions {
  readonly check?: boolean;
  readonly json?: boolean;
}

export async function importFile(file: string, options: ImportCommandOptions): Promise<void> {
  const message = 'interrupted: what was stored stays, and the same command goes on from there';
  await withStop(message, async (signal) => {
    const line = new EventsProgress(process.stderr);
    const reading: ReadingOptions = {
      signal,
      onProgress: ({ phase, done, total }) => line.show(phase, done, total),
    };
    try {
      const checked = await checkArchive(file, reading);
      const outcome = options.check ? checked.summary : await stored(checked, options, reading);
      line.clear();
      await print(options.json ? `${JSON.stringify(outcome)}\n` : `${sentence(outcome)}\n`);
    } catch (error) {
      throw explained(file, error);
    } finally {
      line.clear();
    }
  });
}

/** A folder that is not there is made: importing is how a new one begins. */
async function stored(checked: CheckedArchive, options: StorageOptions, reading: ReadingOptions): Promise<Imported> {
  if (options.databaseUrl === undefined) mkdirSync(options.dataDir, { recursive: true });
  const { pool, close } = await openEvents(options);
  try {
    return await importEvents(pool, checked, reading);
  } finally {
    await close();
  }
}

function explained(file: string, error: unknown): unknown {
  if (error instanceof ArchiveError) return new Error(`${file}: ${messageOf(error)}`, { cause: error });
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const noFile = code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES';
  return noFile ? new UsageError(`${file} cannot be read: ${messageOf(error)}`) : error;
}

function sentence(outcome: ArchiveSummary | Imported): string {
  const { file, events, firstPosition, lastPosition, sha256, streakline } = outcome;
  const holds = `${file}: ${events.toLocaleString('en-US')} events at positions ${firstPosition} to ${lastPosition}`;
  const sum = `sha256 of the events ${sha256}`;
  if (!('stored' in outcome)) return `${holds}, whole, written by Streakline ${streakline}, ${sum}.`;
  const there =
    outcome.alreadyThere === 0 ? '' : `, ${outcome.alreadyThere.toLocaleString('en-US')} were there already`;
  return `${holds}: ${outcome.stored.toLocaleString('en-US')} stored${there}; ${sum}.`;
}
