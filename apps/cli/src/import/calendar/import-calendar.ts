import { basename, extname } from 'node:path';
import {
  CalendarFileError,
  type CalendarLayout,
  establishCalendar,
  readCalendar,
  readZone,
} from '@streakline/calendar-files';
import { type CalendarImported, importCalendar } from '@streakline/calendar-import';
import { type announcementKinds, dateSchema } from '@streakline/events';
import { exchanges } from '@streakline/market-time';
import { PriceFileError, readDelimited } from '@streakline/price-files';
import { exitCodes } from '../../exit-codes';
import { withStop } from '../../events/with-stop';
import { InterruptedError, UsageError } from '../../failures';
import { print } from '../../output/print';
import type { StorageOptions } from '../../projections/open-projections';
import { catchUp } from '../catch-up';
import { ImportProgress } from '../import-progress';
import { openWriteSide } from '../write-side';
import type { CalendarOutcome } from './calendar-outcome';
import { calendarText } from './calendar-text';
import { writeRefused } from './refused-file';

export interface ImportCalendarOptions extends StorageOptions {
  readonly instrument?: string;
  readonly mic?: string;
  readonly kind: (typeof announcementKinds)[number];
  readonly columns?: string;
  readonly dates?: 'MDY' | 'DMY';
  readonly on?: string;
  readonly zone?: string;
  readonly times: 'timing' | 'exact';
  readonly withoutActual?: boolean;
  readonly source?: string;
  readonly refused?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

const INTERRUPTED = 'interrupted: what was recorded stays, and the same command goes on from there';

export async function importCalendarFile(file: string, options: ImportCalendarOptions): Promise<void> {
  checkOptions(options);
  await withStop(INTERRUPTED, async (signal) => {
    const line = new ImportProgress(process.stderr);
    try {
      const outcome = await imported(file, options, { signal, line });
      line.clear();
      await print(options.json ? `${JSON.stringify(outcome)}\n` : calendarText(outcome));
      if (outcome.refused.length > 0) process.exitCode = exitCodes.partlyDone;
    } catch (error) {
      throw explained(file, error);
    } finally {
      line.clear();
    }
  });
}

interface Run {
  readonly signal: AbortSignal;
  readonly line: ImportProgress;
}

async function imported(file: string, options: ImportCalendarOptions, { signal, line }: Run): Promise<CalendarOutcome> {
  const open = () => readDelimited(file, { signal });
  const layout = await layoutOf(open, options);
  const { dryRun = false, source = basename(file, extname(file)) } = options;
  const side = await openWriteSide(options);
  try {
    const result = await importCalendar(readCalendar(open, layout), {
      ...settingsOf(options, layout),
      store: side.store,
      execute: (command) => side.execute(command),
      source,
      dryRun,
      signal,
      onProgress: ({ done, total }) =>
        line.show({ what: 'recording', done, total, counted: { count: done, unit: 'rows' } }),
    });
    if (!dryRun)
      await catchUp(side, { signal, onProgress: (done, total) => line.show({ what: 'read models', done, total }) });
    if (result.left > 0) throw new InterruptedError(INTERRUPTED);
    const refusedFile = await writeRefused(options.refused ?? `${file}.refused.csv`, result.refused);
    return { file, source, rows: rowsOf(result), ignoredColumns: layout.ignored, refusedFile, dryRun, ...result };
  } finally {
    await side.close();
  }
}

/** All rows below the heading, those included that are no records. */
function rowsOf({ announced, measured, scheduled, onRecord, refused }: CalendarImported): number {
  return announced + measured + scheduled + onRecord + refused.length;
}

function settingsOf(options: ImportCalendarOptions, { places }: CalendarLayout) {
  const { instrument, mic, kind, times, withoutActual = false } = options;
  const hasActuals = places.epsActual !== undefined || places.revenueActual !== undefined;
  return { instrument, mic, kind, times, withoutActual, hasActuals, now: Date.now() };
}

function layoutOf(open: () => ReturnType<typeof readDelimited>, { columns, dates, on, zone }: ImportCalendarOptions) {
  const told = columns?.split(',').map((column) => column.trim());
  return establishCalendar(open, { columns: told, dates, on, zone: zone === undefined ? undefined : readZone(zone) });
}

/** Before a PostgreSQL is started. */
function checkOptions({ on, zone, mic, instrument }: ImportCalendarOptions): void {
  if (on !== undefined && !dateSchema.safeParse(on).success)
    throw new UsageError(`--on ${on} is no date: write YYYY-MM-DD, for a day that exists`);
  if (zone !== undefined && readZone(zone) === undefined)
    throw new UsageError(`--zone ${zone} is no time zone: write America/New_York, ET or +09:00`);
  if (mic !== undefined && !exchanges.includes(mic))
    throw new UsageError(`--mic ${mic} is no exchange that is known: one of ${exchanges.join(', ')}`);
  if (mic !== undefined && instrument !== undefined)
    throw new UsageError('--instrument says whose all rows are: leave --mic out');
}

function explained(file: string, error: unknown): unknown {
  if (error instanceof CalendarFileError) return new UsageError(`${file}: ${error.message}`, { cause: error });
  if (error instanceof PriceFileError) return new UsageError(error.message, { cause: error });
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return new UsageError(`${file}: there is no such file`, { cause: error });
  if (code === 'EISDIR') return new UsageError(`${file} is a folder, not a file`, { cause: error });
  return code === 'EACCES' ? new UsageError(`${file} may not be read by this user`, { cause: error }) : error;
}
