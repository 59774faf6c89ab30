import type { Server } from 'node:http';
import type { EventStore } from '@streakline/event-store';
import { createLog, type Log, type LogLevel } from '@streakline/observability';
import { isLoopback } from '@streakline/web-api';
import { openCore, type Core } from './core';
import { drainable, listen } from './http-server';
import { makeApp } from './make-app';
import { StandaloneError } from './standalone-error';
import type { StorageOptions } from './storage';
import { Teardown } from './teardown';

export type StandaloneOptions = StorageOptions & {
  /** 0 takes a free one. */
  readonly port: number;
  /** A loopback address; default 127.0.0.1. */
  readonly host?: string;
  /** Of the JSON lines on standard error; default info. */
  readonly logLevel?: LogLevel;
};

/** A running server: intake, projector and query in this process. */
export interface Standalone {
  readonly url: string;
  readonly store: EventStore;
  /** Answers what is in hand, then stops the projector, the connections and last PostgreSQL (if it is ours). */
  close(): Promise<void>;
}

/**
 * Starts everything in this process. Resolves when the API listens; a rebuild goes on behind it.
 *
 * @throws StandaloneError, EmbeddedPostgresError: one line that says what, where and how to mend it.
 * @example
 * const server = await startStandalone({ dataDir: './data', port: 8080 });
 * await server.close();
 */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const { port, host = '127.0.0.1', logLevel = 'info' } = options;
  if (!isLoopback(host)) throw notLoopback(host);
  const log = createLog(logLevel);
  const teardown = new Teardown((step, err) => log.error({ err, step }, 'stopping failed'));
  try {
    const core = await openCore(options, log, teardown);
    const url = await serve(core, log, { port, host }, teardown);
    log.info({ url }, 'listening');
    return { url, store: core.store, close: () => teardown.run() };
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function serve(core: Core, log: Log, at: { port: number; host: string }, teardown: Teardown): Promise<string> {
  const app = await makeApp(core, log);
  teardown.add('application', () => app.close());
  const server: Server = app.getHttpServer();
  const drain = drainable(server);
  const { url } = await listen(server, at.port, at.host.replace(/^\[|\]$/g, ''));
  teardown.add('HTTP', drain);
  return url;
}

function notLoopback(host: string): StandaloneError {
  return new StandaloneError(
    'hostNotLoopback',
    `Streakline listens on a loopback address only (127.0.0.1, ::1 or localhost), not on ${JSON.stringify(host)}: there are no API keys yet, so anyone who reaches it could write.`,
  );
}
