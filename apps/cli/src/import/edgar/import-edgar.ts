import { readFile } from 'node:fs/promises';
import {
  type AnnouncementKind,
  EdgarFileError,
  type FilingClock,
  type PressRelease,
  readPressReleases,
} from '@streakline/edgar';
import { EdgarImportError, type EdgarImportErrorCode, importEdgar, type ImportedEdgar } from '@streakline/edgar-import';
import { withStop } from '../../events/with-stop';
import { exitCodes } from '../../exit-codes';
import { InterruptedError, messageOf, UsageError } from '../../failures';
import { print } from '../../output/print';
import type { StorageOptions } from '../../projections/open-projections';
import { catchUp } from '../catch-up';
import { ImportProgress } from '../import-progress';
import { openWriteSide } from '../write-side';
import { edgarDocument, edgarText } from './edgar-text';

export interface ImportEdgarOptions extends StorageOptions {
  readonly instrument?: string;
  readonly kinds?: readonly AnnouncementKind[];
  readonly times?: FilingClock;
  readonly sources?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const INTERRUPTED = 'interrupted: what was recorded stays, and the same command goes on from there';

/** Imports EDGAR's files, and brings the read models up to what they told. */
export async function importEdgarFiles(paths: readonly string[], options: ImportEdgarOptions): Promise<void> {
  const releases = options.sources === undefined ? new Map<string, never>() : await releasesIn(options.sources);
  await withStop(INTERRUPTED, async (signal) => {
    const writing = await openWriteSide(options);
    const progress = new ImportProgress(process.stderr);
    const began = performance.now();
    try {
      const imported = await recorded(writing, paths, options, { signal, progress, releases });
      if (signal.aborted) throw new InterruptedError(INTERRUPTED);
      if (options.dryRun !== true) {
        const onProgress = (done: number, total: number) => progress.show({ what: 'read models', done, total });
        await catchUp(writing, { signal, onProgress });
      }
      progress.clear();
      await tell(imported, options, (performance.now() - began) / 1_000);
    } finally {
      progress.clear();
      await writing.close();
    }
  });
}

interface During {
  readonly signal: AbortSignal;
  readonly progress: ImportProgress;
  readonly releases: ReadonlyMap<string, readonly PressRelease[]>;
}

async function recorded(
  writing: Awaited<ReturnType<typeof openWriteSide>>,
  paths: readonly string[],
  { instrument, kinds, times, dryRun }: ImportEdgarOptions,
  { signal, progress, releases }: During,
): Promise<ImportedEdgar> {
  try {
    return await importEdgar(writing, paths, {
      ...{ instrument, kinds, clock: times, dryRun, releases, signal, now: Date.now() },
      onProgress: ({ issuer, done, total }) => progress.show({ what: issuer, done, total }),
    });
  } catch (error) {
    throw error instanceof EdgarImportError && MISTYPED.has(error.code) ? new UsageError(error.message) : error;
  }
}

/** What another command line mends. */
const MISTYPED: ReadonlySet<EdgarImportErrorCode> = new Set(['noFiles', 'severalIssuers', 'unknownInstrument']);

async function releasesIn(file: string): Promise<ReadonlyMap<string, readonly PressRelease[]>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(`--sources ${file} cannot be read: ${messageOf(error)}`);
  }
  try {
    return readPressReleases(text);
  } catch (error) {
    throw error instanceof EdgarFileError ? new UsageError(`--sources ${file}: ${error.message}`) : error;
  }
}

/** All taken: 0. Some: 3. Nothing at all, though something was there: 1. */
async function tell(imported: ImportedEdgar, { json, dryRun }: ImportEdgarOptions, seconds: number): Promise<void> {
  const isDry = dryRun === true;
  await print(
    json ? `${JSON.stringify(edgarDocument(imported, isDry, seconds))}\n` : edgarText(imported, isDry, seconds),
  );
  const refused = imported.refused.length + imported.issuers.reduce((sum, issuer) => sum + issuer.refused.length, 0);
  if (refused === 0) return;
  const taken = imported.issuers.some(({ announcements, amendments, shareCounts, plan }) =>
    isDry
      ? plan.announcements.length + plan.amendments.length + plan.counts.length > 0
      : [announcements, amendments, shareCounts].some((tally) => tally.recorded + tally.before + tally.corrected > 0),
  );
  process.exitCode = taken ? exitCodes.partlyDone : exitCodes.failed;
}
