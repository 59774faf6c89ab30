import { constants } from 'node:os';
import { createLog, type Log, type LogLevel } from '@streakline/observability';
import { ServiceError } from '../service-error';
import type { Service } from '../start-service';

/** As much of a service as is run. */
type Running = Pick<Service, 'url' | 'close'> & Partial<Pick<Service, 'opened'>>;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Signals that come this close together are one wish: a terminal tells the whole group, and npm tells its child again. */
const ONE_WISH_MS = 1_000;
/** Nothing that is stored depends on an orderly end: what holds it up longer is left. */
const STOP_WITHIN_MS = 4_500;

/**
 * Runs a process from its settings to its end: says where it listens, on standard output in one line, stops in order at
 * the first signal (exit code 0) and at once at a second one. Exit code 2: settings that cannot be used; 1: it failed.
 */
export async function runService<Settings extends { readonly logLevel: LogLevel }>(
  name: string,
  readSettings: () => Settings,
  start: (settings: Settings & { readonly log: Log }) => Promise<Running>,
): Promise<void> {
  try {
    const settings = readSettings();
    const log = createLog(settings.logLevel);
    const service = await start({ ...settings, log });
    process.stdout.write(`${name} listens on ${service.url}\n`);
    stopAtSignals(service, log);
    service.opened?.catch((error: unknown) => {
      if (error instanceof ServiceError) process.stderr.write(`${name}: ${error.message}\n`);
      stop(service, log, 1);
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) createLog('fatal').fatal({ err: error }, 'the process cannot start');
    else process.stderr.write(`${name}: ${error.message}\n`);
    process.exit(error instanceof ServiceError && error.code === 'badSettings' ? 2 : 1);
  }
}

function stopAtSignals(service: Running, log: Log): void {
  let askedAt: number | undefined;
  const onSignal = (signal: (typeof SIGNALS)[number]): void => {
    if (askedAt === undefined) {
      askedAt = Date.now();
      log.info({ signal }, 'stopping');
      stop(service, log, 0);
    } else if (Date.now() - askedAt > ONE_WISH_MS) {
      log.warn({ signal }, 'told again: stopping at once');
      process.exit(128 + constants.signals[signal]);
    }
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function stop(service: Running, log: Log, code: number): void {
  setTimeout(() => {
    log.error(`not stopped in order within ${STOP_WITHIN_MS} ms: stopping at once`);
    process.exit(1);
  }, STOP_WITHIN_MS).unref();
  service.close().then(
    () => process.exit(code),
    (err: unknown) => {
      log.error({ err }, 'stopping failed');
      process.exit(1);
    },
  );
}
