import { type CheckReport, checkStrategy, type DataLint, openMarket } from '@streakline/backtest';
import { packedOf } from '@streakline/backtests';
import { exitCodes } from '../../exit-codes';
import { InterruptedError } from '../../failures';
import { print } from '../../output/print';
import { stopSignal } from '../../serve/stop-signal';
import { ProgressLine } from '../../study/progress-line';
import { type PreparedRun, prepareRun } from '../prepared-run';
import type { RunOptions } from '../run-options';
import { checkText } from './check-text';

export interface CheckOptions extends RunOptions {
  readonly cuts: number;
  readonly checkSeed: number;
  /** Seconds. */
  readonly maxTime?: number;
  readonly json?: boolean;
}

/** Leaks, or data that shows the future, end it with 1; so does a strategy that throws. */
export async function check(file: string, options: CheckOptions): Promise<void> {
  const stop = stopSignal();
  const prepared = await prepareRun(file, options, stop);
  const line = new ProgressLine(process.stderr);
  try {
    const lint = await prepared.threads.lint({ signal: stop });
    const report = await checked(prepared, options, stop, line);
    line.clear();
    await print(options.json === true ? `${jsonOf(prepared, report, lint)}\n` : checkText(report, lint));
    const isHonest = report.state === 'clean' && lint.findings.every(({ severity }) => severity !== 'error');
    if (!isHonest) process.exitCode = exitCodes.failed;
    else if (report.cutsLeft > 0) process.exitCode = exitCodes.partlyDone;
  } catch (error) {
    if (stop.aborted) throw new InterruptedError('interrupted: nothing is kept of a check');
    throw error;
  } finally {
    line.clear();
    await prepared.close();
  }
}

async function checked(
  { code, params, settings, market, threads }: PreparedRun,
  { cuts, checkSeed, threads: atOnce, maxTime = Infinity }: CheckOptions,
  signal: AbortSignal,
  line: ProgressLine,
): Promise<CheckReport> {
  const whole = openMarket(packedOf(market), { asRecorded: market.position });
  const job = { code, params, settings };
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  let hasTold = false;
  return checkStrategy((asOf) => threads.run(asOf === null ? job : { ...job, asOf }, { signal }), {
    ...{ market: whole, from: settings.from, to: settings.to, cuts, seed: checkSeed, atOnce },
    isTimeUp: () => seconds() >= maxTime,
    onProgress: (progress) => {
      if (!hasTold) process.stderr.write(`${toCome(progress.total, seconds(), atOnce)}\n`);
      hasTold = true;
      line.show(progress);
    },
  });
}

/** A cut run ends at its moment: it takes half of the whole one, on the average. */
function toCome(cuts: number, wholeTook: number, atOnce: number): string {
  const about = Math.max(1, Math.round((cuts * wholeTook) / 2 / atOnce));
  return `streakline: the whole run took ${wholeTook.toFixed(1)} s; ${cuts} cuts follow, about ${about} s`;
}

function jsonOf({ code, params, settings, market }: PreparedRun, report: CheckReport, lint: DataLint): string {
  const { name: strategy, codeHash } = code;
  return JSON.stringify({ strategy, codeHash, params, settings, position: market.position, ...report, lint });
}
