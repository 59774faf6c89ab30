import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  PerformanceError,
  type ReturnSeries,
  seriesTearsheet,
  type SeriesTearsheetOptions,
  type Tearsheet,
  tearsheetHtml,
  tearsheetText,
} from '@streakline/performance';
import { messageOf, UsageError } from '../failures';
import { print } from '../output/print';
import { checkPlace } from '../study/check-options';
import { type NamedReturns, paired } from './paired';
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
  const own = await returnsOf(file);
  const series =
    benchmark === undefined ? own : besides({ file, ...own }, { file: benchmark, ...(await returnsOf(benchmark)) });
  const tearsheet = tearsheetOf(file, series, {
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

/** A fraction beyond 1 in one period is rare, and percent taken for fractions are not. */
async function returnsOf(file: string): Promise<ReturnsCsv> {
  const read = await readReturnsCsv(file);
  const at = read.returns.findIndex((one) => one > 1);
  if (at >= 0)
    warn(
      `${file} says ${read.returns[at]!} on ${read.dates[at]!}, a gain of ${(read.returns[at]! * 100).toFixed(0)}%: returns are read as fractions`,
    );
  return read;
}

function besides(own: NamedReturns, other: NamedReturns): ReturnSeries {
  const { series, warnings } = paired(own, other);
  warnings.forEach(warn);
  return series;
}

function tearsheetOf(file: string, series: ReturnSeries, options: SeriesTearsheetOptions): Tearsheet {
  try {
    return seriesTearsheet(series, options);
  } catch (error) {
    if (error instanceof PerformanceError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

function warn(sentence: string): void {
  process.stderr.write(`streakline: warning: ${sentence}\n`);
}

function nameOf(file: string): string {
  return basename(file).replace(/\.csv$/i, '');
}

async function writeTo(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw new Error(`${file} cannot be written: ${messageOf(error)}`);
  });
}
