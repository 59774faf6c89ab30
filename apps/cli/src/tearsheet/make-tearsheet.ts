import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ReturnSeries, seriesTearsheet, tearsheetHtml, tearsheetText } from '@streakline/performance';
import { messageOf, UsageError } from '../failures';
import { print } from '../output/print';
import { checkPlace } from '../study/check-options';
import { readReturnsCsv, type ReturnsCsv } from './returns-csv';

export interface TearsheetOptions {
  readonly returns: string;
  readonly benchmark?: string;
  readonly riskFree: number;
  readonly periods?: number;
  readonly html?: string;
  readonly json?: boolean;
}

/** Figures to standard output; the page, where one is asked for, before them. */
export async function makeTearsheet(options: TearsheetOptions): Promise<void> {
  const { returns: file, benchmark, riskFree, periods, html, json } = options;
  await checkPlace('--html', html);
  const own = await readReturnsCsv(file);
  const series = benchmark === undefined ? own : paired(own, await readReturnsCsv(benchmark), benchmark);
  const tearsheet = seriesTearsheet(series, {
    title: `Returns of ${basename(file)}`,
    name: nameOf(file),
    ...(benchmark === undefined ? {} : { benchmarkName: nameOf(benchmark) }),
    riskFreeRate: riskFree,
    ...(periods === undefined ? {} : { periodsAYear: periods }),
  });
  if (html !== undefined) await writeTo(html, tearsheetHtml(tearsheet));
  const [measured] = tearsheet.measured;
  await print(json ? `${JSON.stringify(measured?.performance, null, 2)}\n` : tearsheetText(tearsheet));
}

function paired(own: ReturnsCsv, other: ReturnsCsv, file: string): ReturnSeries {
  const byDate = new Map(other.dates.map((date, at) => [date, other.returns[at]!]));
  const benchmark = own.dates.map((date) => byDate.get(date) ?? null);
  const missing = benchmark.filter((value) => value === null).length;
  if (missing === own.dates.length)
    throw new UsageError(
      `${file} has none of the dates from ${own.dates[0] ?? ''} to ${own.dates.at(-1) ?? ''}: nothing can be compared`,
    );
  if (missing > 0)
    process.stderr.write(
      `streakline: warning: ${file} has no row for ${missing} of ${own.dates.length} dates: they are left out of what is compared\n`,
    );
  return { ...own, benchmark };
}

function nameOf(file: string): string {
  return basename(file).replace(/\.csv$/i, '');
}

async function writeTo(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw new Error(`${file} cannot be written: ${messageOf(error)}`);
  });
}
