import { setTimeout as wait } from 'node:timers/promises';
import { isConnectionLoss } from '@streakline/database';
import { AppendOutcomeUnknown } from './outcome-unknown';

/** Long enough for a PostgreSQL that was killed to recover and be started again. */
const PATIENCE_MS = 30_000;
const LONGEST_PAUSE_MS = 500;

/** Does a part of an append, again and again while the connection is lost; only for what may be done twice. */
export async function patiently<T>(work: (isAgain: boolean) => Promise<T>): Promise<T> {
  const until = Date.now() + PATIENCE_MS;
  for (let pause = 10, isAgain = false; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS), isAgain = true) {
    try {
      return await work(isAgain);
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      if (Date.now() > until) throw new AppendOutcomeUnknown(error);
      await wait(pause);
    }
  }
}
