import { RunError } from '@streakline/backtests';
import { UsageError } from '../failures';

/** What lies in this machine or the data, and not in what was typed. */
const FAILURES = new Set<RunError['code']>(['timeLimit', 'outOfMemory', 'badMarket', 'emptyMarket']);

/** Runs `work`; what it cannot do as it was asked is a UsageError in the same words. */
export async function inPlainWords<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof RunError && !FAILURES.has(error.code) ? new UsageError(error.message) : error;
  }
}
