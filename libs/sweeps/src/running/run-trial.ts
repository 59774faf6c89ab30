import type { DataLint } from '@streakline/backtest';
import {
  type BacktestThreads,
  manifestOf,
  RunError,
  type RunManifest,
  runIdOf,
  type RunStore,
  type StrategyCode,
} from '@streakline/backtests';
import type { SweepStore } from '../store/sweep-store';
import { SweepError } from '../sweep-error';

export interface TrialTools {
  readonly threads: BacktestThreads;
  readonly runs: RunStore;
  readonly sweeps: SweepStore;
  readonly data?: DataLint | null | undefined;
}

/** Makes one run and keeps it; notes why where it cannot be made. A strategy that throws is a run too: it is kept as failed. */
export async function runTrial(
  { threads, runs, sweeps, data = null }: TrialTools,
  { code, manifest, withResult }: { code: StrategyCode; manifest: RunManifest; withResult: boolean },
  signal?: AbortSignal,
): Promise<void> {
  const { params, settings, position } = manifest;
  if (threads.logOf(settings).factsHash !== manifest.factsHash) {
    await sweeps.refuse(runIdOf(manifest), otherHistory(position));
    return;
  }
  try {
    const result = await threads.run({ code, params, settings }, { signal });
    const made = manifestOf(code, { params: result.params, settings: result.settings }, manifest);
    if (runIdOf(made) !== runIdOf(manifest)) throw drifted(manifest, made);
    await runs.keep({ manifest, result, data, withResult });
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
    await sweeps.refuse(runIdOf(manifest), error.message);
  }
}

function otherHistory(position: number): string {
  return (
    `The events up to position ${position} here are others than those that the sweep was planned on: run it on its own ` +
    'store, or on a copy of that (streakline events export).'
  );
}

/** Filed under an id that is not its own, a trial would be run again for ever. */
function drifted(wanted: RunManifest, made: RunManifest): SweepError {
  return new SweepError(
    'drifted',
    `A run came out under another manifest than it was planned with: planned ${JSON.stringify(wanted)}, made ${JSON.stringify(made)}.`,
  );
}
