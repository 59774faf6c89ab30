import { exitCodes } from '../exit-codes';

/**
 * Signals that come this close together are one wish: on Ctrl-C the terminal tells everyone in the group, and npm
 * tells its child once more.
 */
const ONE_WISH_MS = 1_000;
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Aborts at the first signal that asks this process to stop. A second one, later, ends the process at once: nothing
 * stored is lost by that, but a PostgreSQL of its own is left to the next start to clear away.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  let askedAt = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    if (!stop.signal.aborted) {
      askedAt = Date.now();
      stop.abort(signal);
    } else if (Date.now() - askedAt > ONE_WISH_MS) {
      process.stderr.write(`streakline: ${signal} again: stopping at once\n`);
      process.exit(exitCodes.interrupted);
    }
  };
  for (const signal of signals) process.on(signal, onSignal);
  return stop.signal;
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
