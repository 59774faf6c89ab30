import { RunError } from '@streakline/backtests';
import { SweepError } from '@streakline/sweeps';
import { UsageError } from '../failures';

/** What lies in this machine or the data, and not in what was typed. */
const FAILURES: ReadonlySet<RunError['code']> = new Set(['timeLimit', 'outOfMemory', 'badMarket', 'emptyMarket']);
const MISTYPED: ReadonlySet<SweepError['code']> = new Set([
  ...(['badSpace', 'unknownParam', 'spaceSize', 'badSplits', 'unknownSweep'] as const),
]);

/** Runs `work`; what it cannot do as it was asked is a UsageError in the same words. */
export async function inPlainWords<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw isMistyped(error) ? new UsageError(error.message) : error;
  }
}

function isMistyped(error: unknown): error is RunError | SweepError {
  if (error instanceof RunError) return !FAILURES.has(error.code);
  return error instanceof SweepError && MISTYPED.has(error.code);
}
