import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkContact,
  EdgarPullError,
  type EdgarPullErrorCode,
  pullEdgar,
  type PulledEdgar,
} from '@streakline/edgar-pull';
import { dateSchema } from '@streakline/events';
import { withStop } from '../../events/with-stop';
import { exitCodes } from '../../exit-codes';
import { UsageError } from '../../failures';
import { importEdgarFiles } from '../../import/edgar/import-edgar';
import { ImportProgress } from '../../import/import-progress';
import { print } from '../../output/print';
import type { StorageOptions } from '../../projections/open-projections';

export interface PullEdgarOptions extends StorageOptions {
  readonly cik: string;
  readonly contact?: string;
  readonly since?: string;
  readonly instrument?: string;
  readonly out?: string;
  readonly covers?: boolean;
  readonly import: boolean;
  readonly baseUrl?: string;
  readonly json?: boolean;
}

const INTERRUPTED = 'interrupted: the files that are whole stay, and the same command goes on from there';

/** Fetches the files, then imports the folder as `import edgar` would. */
export async function pullEdgarFiles(options: PullEdgarOptions): Promise<void> {
  checkOptions(options);
  let pulled: PulledEdgar | undefined;
  await withStop(INTERRUPTED, async (signal) => {
    pulled = await fetched(options, signal);
  });
  if (pulled === undefined) return;
  if (!options.import) {
    await print(options.json ? `${JSON.stringify(pulled)}\n` : sentences(pulled));
  } else {
    process.stderr.write(sentences(pulled));
    await importEdgarFiles([pulled.folder], importOptionsOf(options));
  }
  if (pulled.missing.some(({ code }) => code === 'damaged')) process.exitCode ??= exitCodes.partlyDone;
}

async function fetched({ out, ...options }: PullEdgarOptions, signal: AbortSignal): Promise<PulledEdgar> {
  const line = new ImportProgress(process.stderr);
  const { cik, contact, since, covers, baseUrl } = options;
  try {
    return await pullEdgar({
      ...{ cik, contact, since, covers, baseUrl, signal },
      folder: out ?? join('edgar', `CIK${cik.padStart(10, '0')}`),
      onProgress: ({ done, total }) =>
        line.show({ what: 'fetching from EDGAR', done, total, counted: { count: done, unit: 'files' } }),
      onTrouble: (text) => {
        line.clear();
        process.stderr.write(`streakline: ${text}\n`);
      },
    });
  } catch (error) {
    throw error instanceof EdgarPullError && MISTYPED.has(error.code)
      ? new UsageError(error.message, { cause: error })
      : error;
  } finally {
    line.clear();
  }
}

/** What another command line mends. */
const MISTYPED: ReadonlySet<EdgarPullErrorCode> = new Set(['noContact', 'badCik', 'badUrl', 'absent']);

/** Before anything is fetched: who lacks a folder to import into learns it now, not after a thousand requests. */
function checkOptions({ since, dataDir, databaseUrl, contact, cik, ...options }: PullEdgarOptions): void {
  try {
    checkContact(contact);
  } catch (error) {
    throw error instanceof EdgarPullError ? new UsageError(error.message, { cause: error }) : error;
  }
  if (!/^\d{1,10}$/.test(cik))
    throw new UsageError(`--cik ${cik} is no central index key: up to ten digits, such as 1018724`);
  if (since !== undefined && !dateSchema.safeParse(since).success)
    throw new UsageError(`--since ${since} is no date: write YYYY-MM-DD, for a day that exists`);
  if (options.import && databaseUrl === undefined && !existsSync(dataDir))
    throw new UsageError(
      `there is no data folder ${dataDir} to record in: name the one of \`serve\` with --data-dir, or fetch alone with --no-import`,
    );
}

function importOptionsOf({ dataDir, databaseUrl, instrument, json }: PullEdgarOptions) {
  return {
    dataDir,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(instrument === undefined ? {} : { instrument }),
    ...(json === undefined ? {} : { json }),
  };
}

function sentences({ name, cik, folder, filings, files, bytes, requests, missing }: PulledEdgar): string {
  const count = (value: number) => value.toLocaleString('en-US');
  const mebibytes = (bytes / 2 ** 20).toFixed(1);
  const lines = [
    `${name} (CIK ${cik}): ${count(filings)} filings; ${count(files.new)} files fetched (${mebibytes} MiB), ${count(files.unchanged)} unchanged, ${count(files.kept)} there before, by ${count(requests)} requests, into ${folder}`,
    ...missing.slice(0, 20).map((file) => `  not there: ${file.name}: ${file.reason}`),
    ...(missing.length > 20 ? [`  and ${missing.length - 20} more`] : []),
  ];
  return `${lines.join('\n')}\n`;
}
