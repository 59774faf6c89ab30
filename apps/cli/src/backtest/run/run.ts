import { writeFile } from 'node:fs/promises';
import type { BacktestResult, StrategyFailure } from '@streakline/backtest';
import { chosenParams, htmlOf, logOf, manifestOf, RunStore, type RunDocument, textOf } from '@streakline/backtests';
import { backtestPerformance } from '@streakline/performance';
import { InterruptedError } from '../../failures';
import { print } from '../../output/print';
import { stopSignal } from '../../serve/stop-signal';
import { checkPlace } from '../../study/check-options';
import { ProgressLine } from '../../study/progress-line';
import { inPlainWords } from '../in-plain-words';
import { type PreparedRun, prepareRun } from '../prepared-run';
import type { RunOptions } from '../run-options';
import { type ExampleFolder, exampleFolder } from './example-folder';

export interface RunCommandOptions extends RunOptions {
  readonly example?: string;
  readonly json?: boolean;
  readonly html?: string;
  readonly out?: string;
}

/** Runs a strategy, keeps the run and prints its tearsheet. A strategy that throws fails after all of that. */
export async function run(file: string, options: RunCommandOptions): Promise<void> {
  await checkPlace('--html', options.html);
  await checkPlace('--out', options.out);
  const stop = stopSignal();
  let example: ExampleFolder | undefined;
  let kept: string | undefined;
  try {
    if (options.example !== undefined) example = await exampleFolder(stop);
    const { databaseUrl: _, ...rest } = options;
    const onExample = example === undefined ? options : { ...rest, dataDir: example.dataDir };
    const document = await inPlainWords(() => ranAndKept(file, onExample, stop));
    kept = document.run.runId;
    await tell(document, options);
    const { failure } = document.result;
    if (failure !== null) throw new Error(failureText(failure));
  } catch (error) {
    throw stop.aborted && !(error instanceof InterruptedError) ? interrupted(kept) : error;
  } finally {
    await example?.remove();
  }
}

function interrupted(kept: string | undefined): InterruptedError {
  return new InterruptedError(
    kept === undefined ? 'interrupted: nothing was kept of this run' : `interrupted: the run is kept, as ${kept}`,
  );
}

async function ranAndKept(file: string, options: RunCommandOptions, stop: AbortSignal): Promise<RunDocument> {
  const prepared = await prepareRun(file, options, stop);
  try {
    const { code, params, settings, market, threads, storage } = prepared;
    const data = await threads.lint({ signal: stop });
    const result = await ran(prepared, stop);
    const manifest = manifestOf(code, { params: chosenParams(code, params), settings }, logOf(market, settings));
    const kept = await new RunStore(storage.pool).keep({ manifest, result, data });
    return { run: kept, result, performance: backtestPerformance(result) };
  } finally {
    await prepared.close();
  }
}

async function ran({ code, params, settings, threads }: PreparedRun, signal: AbortSignal): Promise<BacktestResult> {
  const line = new ProgressLine(process.stderr);
  try {
    return await threads.run({ code, params, settings }, { signal, onProgress: (progress) => line.show(progress) });
  } finally {
    // Before anything else is said: an error must not hide behind the bar.
    line.clear();
  }
}

async function tell(document: RunDocument, { json, html, out }: RunCommandOptions): Promise<void> {
  const shown = shownOf(document);
  if (html !== undefined) await writeFile(html, htmlOf(shown));
  if (out !== undefined) await writeFile(out, `${documentJson(document)}\n`);
  await print(json === true ? `${documentJson(document)}\n` : textOf(shown));
}

/** What a tearsheet shows of a kept run. */
export function shownOf({ run: { runId, manifest, data }, result }: RunDocument) {
  return { runId, manifest, data, result };
}

/** A run as one JSON document: nothing in it depends on when or where it was made. */
export function documentJson({ run: { runId, manifest, data }, result, performance }: RunDocument): string {
  return JSON.stringify({ runId, manifest, data, performance, backtest: result }, null, 2);
}

/** Where a strategy failed, in one line. */
export function failureText({ message, at, session, handler, instrument, position }: StrategyFailure): string {
  const where = [
    `in ${handler}`,
    `at ${new Date(at).toISOString()}`,
    ...(session === null ? [] : [`after session ${session}`]),
    ...(instrument === null ? [] : [`about ${instrument}`]),
    ...(position === null ? [] : [`with event ${position}`]),
  ];
  return `the strategy failed ${where.join(', ')}: ${message}`;
}
