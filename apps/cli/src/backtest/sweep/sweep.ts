import {
  type BacktestThreads,
  loadMarket,
  loadStrategy,
  openThreads,
  RunStore,
  type StrategyCode,
} from '@streakline/backtests';
import { metricNames } from '@streakline/performance';
import {
  jobsTopicOf,
  kafkaRunner,
  parseSpace,
  parseWalkForward,
  planSweep,
  runSweep,
  type SweepPlan,
  type SweepReport,
  SweepStore,
  threadsRunner,
  type TrialRunner,
} from '@streakline/sweeps';
import { exitCodes } from '../../exit-codes';
import { InterruptedError, UsageError } from '../../failures';
import type { KafkaOptions } from '../../kafka/kafka-options';
import { openKafka } from '../../kafka/open-kafka';
import { print } from '../../output/print';
import { stopSignal } from '../../serve/stop-signal';
import { ProgressLine } from '../../study/progress-line';
import { inPlainWords } from '../in-plain-words';
import { openBacktests, type OpenBacktests } from '../open-backtests';
import { prepareRun } from '../prepared-run';
import type { RunOptions } from '../run-options';
import { sweepText } from './sweep-text';

export interface SweepOptions extends RunOptions, KafkaOptions {
  readonly grid: readonly string[];
  readonly random: readonly string[];
  readonly trials?: number;
  readonly sweepSeed: number;
  readonly walkForward?: string;
  readonly criterion: string;
  readonly kafka?: boolean;
  readonly resume?: string;
  readonly json?: boolean;
}

/** What a sweep runs on; closed in the order in which it was opened, backwards. */
interface Opened {
  readonly code: StrategyCode;
  readonly plan: SweepPlan;
  readonly storage: OpenBacktests;
  /** Opened with the first use: workers elsewhere need none here. */
  readonly threads: () => Promise<BacktestThreads>;
  close(): Promise<void>;
}

/** Runs that could not be made end it with 3. */
export async function sweep(file: string, options: SweepOptions): Promise<void> {
  const stop = stopSignal();
  const opened = await inPlainWords(() =>
    options.resume === undefined ? planned(file, options, stop) : resumed(file, options.resume, options, stop),
  );
  const line = new ProgressLine(process.stderr);
  try {
    const report = await swept(opened, { ...options, file }, stop, line);
    line.clear();
    const terminal = process.stdout.isTTY;
    await print(options.json === true ? `${JSON.stringify(report)}\n` : sweepText(report, terminal));
    if (report.counts.refused > 0) process.exitCode = exitCodes.partlyDone;
  } finally {
    line.clear();
    await opened.close();
  }
}

async function swept(
  { code, plan, storage, threads }: Opened,
  options: SweepOptions & { readonly file: string },
  signal: AbortSignal,
  line: ProgressLine,
): Promise<SweepReport> {
  const [runs, sweeps] = [new RunStore(storage.pool), new SweepStore(storage.pool)];
  const kafka = options.kafka === true ? await openKafka(options) : null;
  let sweepId = '';
  try {
    const runner: TrialRunner =
      kafka === null
        ? await local(code, await threads(), { runs, sweeps, atOnce: options.threads })
        : kafkaRunner({ eventLog: kafka.eventLog, topic: jobsTopicOf(kafka.prefix), sweeps });
    return await runSweep(plan, {
      ...{ code, runner, runs, sweeps, signal },
      onProgress: (progress) => line.show(progress),
      onBegun: (id) => process.stderr.write(`streakline: sweep ${(sweepId = id)}, at position ${plan.position}\n`),
    });
  } catch (error) {
    line.clear();
    if (!signal.aborted) throw error;
    if (sweepId === '') throw new InterruptedError('interrupted before the first run: nothing is kept');
    throw new InterruptedError(
      `interrupted: every run that ended is kept; go on with: streakline backtest sweep ${options.file} --resume ${sweepId}`,
    );
  } finally {
    await kafka?.close();
  }
}

async function local(
  code: StrategyCode,
  threads: BacktestThreads,
  { runs, sweeps, atOnce }: { runs: RunStore; sweeps: SweepStore; atOnce: number },
): Promise<TrialRunner> {
  const data = await threads.lint();
  return threadsRunner(code, { threads, runs, sweeps, data }, atOnce);
}

async function planned(file: string, options: SweepOptions, stop: AbortSignal): Promise<Opened> {
  const { grid, random, trials, sweepSeed: seed, walkForward } = options;
  const criterion = metricNames.find((name) => name === options.criterion);
  if (criterion === undefined)
    throw new UsageError(`--criterion: '${options.criterion}' is none of ${metricNames.join(', ')}`);
  const splits = walkForward === undefined ? null : parseWalkForward(walkForward);
  const defaults = (await loadStrategy(file)).params;
  // Before anything is opened: a mistake in a space is told at once.
  const space = parseSpace(defaults, grid, random);
  const { code, params, settings, market, storage, threads, close } = await prepareRun(file, options, stop);
  try {
    const budget = { seed, ...(trials !== undefined && { trials }) };
    const plan = planSweep({ code, params, settings, market, space, budget, walkForward: splits, criterion });
    return { code, plan, storage, threads: () => Promise.resolve(threads), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function resumed(file: string, sweepId: string, options: SweepOptions, signal: AbortSignal): Promise<Opened> {
  const code = await loadStrategy(file);
  const storage = await openBacktests(options, { signal });
  let open: BacktestThreads | undefined;
  const close = async () => {
    await open?.close();
    await storage.close();
  };
  try {
    const plan = await new SweepStore(storage.pool).planOf(sweepId);
    const threads = async () => (open ??= await threadsFor(plan, storage, options));
    return { code, plan, storage, threads, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function threadsFor(
  { position, settings: { universe, benchmark } }: SweepPlan,
  { readSide }: OpenBacktests,
  { threads, timeLimit }: SweepOptions,
): Promise<BacktestThreads> {
  const market = await readSide.read({ minPosition: position }, (view) =>
    loadMarket(view, { universe, benchmark, position }),
  );
  return openThreads({ market, threads, timeLimitMs: timeLimit * 1_000 });
}
