import type { StrategyCode } from '@streakline/backtests';
import type { Trial } from '../plan/trial';
import { runTrial, type TrialTools } from './run-trial';
import type { Running, TrialRunner } from './trial-runner';

/** Runs trials in worker threads of this process, `atOnce` of them at a time, in their order. */
export function threadsRunner(code: StrategyCode, tools: TrialTools, atOnce: number): TrialRunner {
  return {
    async run(trials, { ended, signal }: Running) {
      let next = 0;
      const lane = async () => {
        for (let trial = trials[next++]; trial !== undefined; trial = trials[next++]) {
          signal?.throwIfAborted();
          await one(trial, signal);
          ended(trial);
        }
      };
      // All lanes come to their end, also where one fails: what they keep meanwhile is kept.
      const lanes = await Promise.allSettled(Array.from({ length: Math.min(atOnce, trials.length) }, lane));
      for (const settled of lanes) if (settled.status === 'rejected') throw settled.reason;
    },
  };

  function one({ manifest, part }: Trial, signal?: AbortSignal): Promise<void> {
    return runTrial(tools, { code, manifest, withResult: part === 'test' }, signal);
  }
}
