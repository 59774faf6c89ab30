import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { currencySchema } from '@streakline/events';
import { exchanges } from '@streakline/market-time';
import {
  type PriceImportOptions,
  type PriceImportSummary,
  importPrices as importFiles,
} from '@streakline/price-import';
import { exitCodes } from '../../exit-codes';
import { UsageError } from '../../failures';
import { withStop } from '../../events/with-stop';
import { print } from '../../output/print';
import { type OpenProjections, openProjections, type StorageOptions } from '../../projections/open-projections';
import { catchUp } from '../catch-up';
import { ImportProgress } from '../import-progress';
import { findFiles } from './find-files';
import { detectedLine, summaryText } from './prices-text';
import { RefusedFiles } from './refused-files';

export interface ImportPricesOptions extends StorageOptions {
  readonly instrument?: string;
  readonly by?: 'file' | 'column';
  readonly mic?: string;
  readonly format?: string;
  readonly columns?: string;
  readonly dates?: 'DMY' | 'MDY';
  readonly basis?: 'raw' | 'splitAdjusted';
  readonly adjustedTo?: string;
  readonly source?: string;
  readonly refused?: string;
  readonly revises?: boolean;
  readonly listMissing?: boolean;
  readonly currency?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** Files named one by one on standard error; of many, the summary tells. */
const MOST_FILES_TOLD = 20;
const INTERRUPTED = 'interrupted: what was recorded stays, and the same command goes on from there';

export async function importPrices(paths: readonly string[], options: ImportPricesOptions): Promise<void> {
  // An earlier run may have left its refused rows in a folder that is given again.
  const files = findFiles(paths).filter((file) => resolve(file) !== resolve(options.refused ?? ''));
  const told = toldBy(options);
  await withStop(INTERRUPTED, async (signal) => {
    if (options.databaseUrl === undefined && options.dryRun !== true) mkdirSync(options.dataDir, { recursive: true });
    const opened = await openProjections(options);
    const progress = new ImportProgress(process.stderr);
    const refused = new RefusedFiles(options.refused);
    const began = performance.now();
    try {
      const summary = await recorded(opened, files, told, { signal, progress, refused });
      if (options.dryRun !== true)
        await catchUp(opened, {
          signal,
          onProgress: (done, total) => progress.show({ what: 'read models', done, total }),
        });
      progress.clear();
      await tell(summary, await refused.close(), (performance.now() - began) / 1_000, options.json === true);
    } finally {
      progress.clear();
      await refused.close().finally(() => opened.close());
    }
  });
}

interface During {
  readonly signal: AbortSignal;
  readonly progress: ImportProgress;
  readonly refused: RefusedFiles;
}

function recorded(
  { store }: OpenProjections,
  files: readonly string[],
  told: PriceImportOptions,
  { signal, progress, refused }: During,
): Promise<PriceImportSummary> {
  const say = (line: string) => {
    progress.clear();
    process.stderr.write(`${line}\n`);
  };
  let named = 0;
  return importFiles(store, files, told, {
    signal,
    onDetected: (detection) => {
      if (named++ < MOST_FILES_TOLD) say(detectedLine(detection));
    },
    onRefused: (row) => refused.add(row),
    onWarning: ({ of, detail }) => say(`warning: ${of}: ${detail}`),
    onProgress: ({ phase, done, total, rows }) =>
      progress.show({
        what: phase === 'reading' ? 'reading' : `recording ${total.toLocaleString('en-US')} series`,
        done,
        total,
        ...(phase === 'reading' ? { counted: { count: rows, unit: 'rows' } } : {}),
      }),
  });
}

/** What was typed, checked as far as that goes without a file. */
function toldBy(options: ImportPricesOptions): PriceImportOptions {
  const { instrument, by, mic, columns } = options;
  if (instrument !== undefined && by !== undefined)
    throw new UsageError('--instrument says whose all rows are: leave --by out');
  if (mic !== undefined && !exchanges.includes(mic))
    throw new UsageError(`--mic ${mic} is no exchange known here: one of ${exchanges.join(', ')}`);
  const listMissing = listingOf(options);
  return {
    now: Date.now(),
    ...pick(options, [
      'instrument',
      'by',
      'mic',
      'format',
      'dates',
      'basis',
      'adjustedTo',
      'source',
      'revises',
      'dryRun',
    ]),
    ...(columns === undefined ? {} : { columns: columns.split(',').map((column) => column.trim()) }),
    ...(listMissing === undefined ? {} : { listMissing }),
  };
}

/** The options that were typed. */
function pick<Name extends keyof ImportPricesOptions>(
  options: ImportPricesOptions,
  names: readonly Name[],
): Pick<ImportPricesOptions, Name> {
  const typed = names.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]] as const]));
  return Object.fromEntries(typed) as unknown as Pick<ImportPricesOptions, Name>;
}

function listingOf({ listMissing, mic, currency }: ImportPricesOptions): PriceImportOptions['listMissing'] {
  if (listMissing !== true) {
    if (currency !== undefined) throw new UsageError('--currency is of instruments that --list-missing lists: add it');
    return undefined;
  }
  if (mic === undefined || currency === undefined)
    throw new UsageError('--list-missing needs to know where and in what they trade: add --mic and --currency');
  if (!currencySchema.safeParse(currency).success)
    throw new UsageError(`--currency ${currency} is not the three capitals of a currency, such as USD`);
  return { currency };
}

/** All taken: 0. Some: 3. Nothing at all, though something was there: 1. */
async function tell(
  summary: PriceImportSummary,
  refusedFiles: readonly string[],
  seconds: number,
  json: boolean,
): Promise<void> {
  await print(
    json ? `${JSON.stringify({ ...summary, refusedFiles, seconds })}\n` : summaryText(summary, refusedFiles, seconds),
  );
  const { bars, refused, files } = summary;
  const isWhole = Object.keys(refused).length === 0 && files.every(({ problem }) => problem === null);
  const taken = bars.recorded + bars.revised + bars.known > 0;
  if (!isWhole) process.exitCode = taken ? exitCodes.partlyDone : exitCodes.failed;
}
