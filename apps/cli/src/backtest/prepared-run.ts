import type { BacktestSettings, Params } from '@streakline/backtest';
import {
  type BacktestThreads,
  chosenParams,
  loadMarket,
  loadStrategy,
  openThreads,
  paramsFromText,
  type SharedMarket,
  type StrategyCode,
} from '@streakline/backtests';
import { UsageError } from '../failures';
import { inPlainWords } from './in-plain-words';
import { openBacktests, type OpenBacktests } from './open-backtests';
import type { RunOptions } from './run-options';
import { settingsInput } from './settings-options';

/** A strategy, its market in shared memory, and threads to run it in. */
export interface PreparedRun {
  readonly code: StrategyCode;
  readonly params: Params;
  /** Resolved. */
  readonly settings: BacktestSettings;
  readonly market: SharedMarket;
  readonly threads: BacktestThreads;
  readonly storage: OpenBacktests;
  readonly close: () => Promise<void>;
}

/** Loads the strategy first: a mistake there is told before anything is opened. */
export function prepareRun(file: string, options: RunOptions, signal?: AbortSignal): Promise<PreparedRun> {
  return inPlainWords(() => prepared(file, options, signal));
}

async function prepared(file: string, options: RunOptions, signal: AbortSignal | undefined): Promise<PreparedRun> {
  const code = await loadStrategy(file);
  const params = chosenParams(code, paramsFromText(code, options.param));
  const input = settingsInput(options);
  const storage = await openBacktests(options, { signal });
  let threads: BacktestThreads | undefined;
  try {
    const { universe, benchmark } = input;
    const { position } = options;
    await refuseBeyond(position, storage);
    const market = await storage.readSide.read({ minPosition: position }, (view) =>
      loadMarket(view, { universe, benchmark, position }),
    );
    threads = openThreads({ market, threads: options.threads, timeLimitMs: options.timeLimit * 1_000 });
    const settings = await threads.settle({ code, params, settings: input });
    return { code, params, settings, market, threads, storage, close: () => closeAll(threads, storage) };
  } catch (error) {
    await closeAll(threads, storage);
    throw error;
  }
}

async function refuseBeyond(position: number | undefined, { store }: OpenBacktests): Promise<void> {
  const head = await store.head();
  if (position === undefined || position <= head) return;
  throw new UsageError(`there is no position ${position} yet: the newest event is at ${head}`);
}

async function closeAll(threads: BacktestThreads | undefined, storage: OpenBacktests): Promise<void> {
  await threads?.close();
  await storage.close();
}
