import { setTimeout as wait } from 'node:timers/promises';

/** For how long to go on trying: until the signal aborts, or heartbeat() throws since the record is another's now. */
export interface Patience {
  readonly signal: AbortSignal;
  heartbeat(): Promise<void>;
}

const FIRST_PAUSE_MS = 100;
/** Short enough to notice within it that the group gives out partitions anew (it waits 30 s), or that all is well again. */
const LONGEST_PAUSE_MS = 2_000;

/** Tries until it succeeds, with longer and longer pauses; `again` may give up, and what was thrown last is thrown. */
export async function patiently<T>(
  work: () => Promise<T>,
  patience: Patience,
  again: (error: unknown, attempts: number) => boolean,
): Promise<T> {
  for (let attempts = 1; ; attempts++) {
    await patience.heartbeat();
    patience.signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      if (!again(error, attempts)) throw error;
    }
    await pause(pauseAfter(attempts), patience.signal);
  }
}

/** Milliseconds after so many failed attempts in a row. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
}

/** Resolves after a time, or at once when it is cut short. */
export async function pause(ms: number, cutShort: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: cutShort }).catch(() => undefined);
}
