import { RunStore, Strategies, type StrategyCode } from '@streakline/backtests';
import { ensureTopics } from '@streakline/event-log';
import { type JobTold, jobsTopicOf, MarketShelf, startWorker, SweepStore, workersGroupOf } from '@streakline/sweeps';
import { openBacktests } from '../backtest/open-backtests';
import { UsageError } from '../failures';
import type { KafkaOptions } from '../kafka/kafka-options';
import { openKafka, type OpenKafka } from '../kafka/open-kafka';
import type { StorageOptions } from '../projections/open-projections';
import { aborted, stopSignal } from '../serve/stop-signal';

export interface WorkerOptions extends StorageOptions, KafkaOptions {
  readonly strategies: string;
  readonly threads: number;
  /** Seconds. */
  readonly timeLimit: number;
}

/** Takes runs until a signal comes; the one in hand is left to the others. */
export async function work(options: WorkerOptions): Promise<void> {
  const stop = stopSignal();
  const strategies = await installed(options.strategies);
  const kafka = await openKafka(options);
  try {
    await takeJobs(kafka, strategies, options, stop);
  } finally {
    await kafka.close();
  }
}

async function takeJobs(
  { eventLog, admin, prefix }: OpenKafka,
  strategies: readonly StrategyCode[],
  options: WorkerOptions,
  stop: AbortSignal,
): Promise<void> {
  const topic = jobsTopicOf(prefix);
  await ensureTopics(admin, [topic]);
  const storage = await openBacktests(options);
  const { pool, readSide } = storage;
  const shelf = new MarketShelf({ readSide, threads: options.threads, timeLimitMs: options.timeLimit * 1_000 });
  try {
    const consumer = await startWorker(
      {
        ...{ eventLog, topic, group: workersGroupOf(prefix), strategies, shelf },
        ...{ runs: new RunStore(pool), sweeps: new SweepStore(pool), onJob: tell },
      },
      stop,
    );
    say(`worker: takes the runs of ${strategies.map(({ name }) => name).join(', ')} from ${topic.name}`);
    await Promise.race([consumer.ended, aborted(stop)]);
    await consumer.stop();
  } finally {
    await shelf.close();
    await storage.close();
  }
}

async function installed(folder: string): Promise<readonly StrategyCode[]> {
  const all = await new Strategies(folder).list();
  for (const { file, problem } of all) if (problem !== null) say(`${file} is left out: ${problem}`);
  const codes = all.flatMap(({ code }) => code ?? []);
  if (codes.length === 0) throw new UsageError(`--strategies: no strategy could be loaded from ${folder}`);
  return codes;
}

function tell({ runId, outcome, message }: JobTold): void {
  say([outcome, runId, message].filter((part) => part !== null).join(' '));
}

function say(text: string): void {
  process.stderr.write(`streakline: ${text}\n`);
}
