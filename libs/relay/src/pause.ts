import { setTimeout as wait } from 'node:timers/promises';

/** Resolves after a time, or at once when it is cut short. */
export async function pause(ms: number, cutShort: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal: cutShort }).catch(() => undefined);
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
