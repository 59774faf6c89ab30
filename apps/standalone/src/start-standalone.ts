import { existsSync } from 'node:fs';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { EventStore } from '@streakline/event-store';
import { createLog, type Log, type LogLevel } from '@streakline/observability';
import {
  type Access,
  dashboardIn,
  DEFAULT_RATE_LIMIT,
  drainable,
  listen,
  makeApp,
  openAccess,
  refuseNoHost,
  refuseUnguarded,
  Teardown,
} from '@streakline/service';
import type { RequestHandler } from 'express';
import { IntakeModule } from '../../intake/src/intake.module';
import { QueryModule } from '../../query/src/query.module';
import { openCore, type Core, type CoreOptions } from './core';

export type StandaloneOptions = CoreOptions & {
  /** 0 takes a free one. */
  readonly port: number;
  /** A loopback address, unless there are API keys or the network is trusted; default 127.0.0.1. */
  readonly host?: string;
  /** Whether whoever reaches the host may read and write for as long as there is no API key. */
  readonly trustNetwork?: boolean;
  /** Requests a minute that each API key may make; default 6,000; 0: as many as it likes. */
  readonly rateLimit?: number;
  /** Of the JSON lines on standard error; default info. */
  readonly logLevel?: LogLevel;
  /** Instead of one made here. */
  readonly log?: Log;
  /** Folder of the built dashboard, to answer with beside the API; default none. */
  readonly dashboardFolder?: string | undefined;
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
 * @throws ServiceError, EmbeddedPostgresError: one line that says what, where and how to mend it.
 * @example
 * const server = await startStandalone({ dataDir: './data', port: 8080 });
 * await server.close();
 */
export async function startStandalone(options: StandaloneOptions): Promise<Standalone> {
  const { port, host = '127.0.0.1', trustNetwork = false, rateLimit = DEFAULT_RATE_LIMIT, logLevel = 'info' } = options;
  const log = options.log ?? createLog(logLevel);
  refuseNoHost(host);
  // A folder that is not there holds no key: it need not be made to find that out.
  if ('dataDir' in options && !existsSync(options.dataDir)) refuseUnguarded({ host, trustNetwork });
  const teardown = new Teardown((step, err) => log.error({ err, step }, 'stopping failed'));
  const pages = dashboardIn(options.dashboardFolder);
  try {
    const core = await openCore(options, log, teardown);
    const access = await openAccess({ pool: core.database.pool, host, trustNetwork, rateLimit, log });
    const app = await apiOn(core, log, access, pages);
    const url = await serve(app, { port, host }, teardown);
    log.info({ url }, 'listening');
    return { url, store: core.store, close: () => teardown.run() };
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

/** Intake and query in one application; it does not listen yet. */
export function apiOn(core: Core, log: Log, access: Access, pages?: RequestHandler): Promise<NestExpressApplication> {
  const { checks, metrics, parts } = core;
  const imports = [parts, IntakeModule, QueryModule];
  return makeApp({ imports, checks, metrics, log, access, ...(pages && { pages }) });
}

async function serve(
  app: NestExpressApplication,
  at: { port: number; host: string },
  teardown: Teardown,
): Promise<string> {
  teardown.add('application', () => app.close());
  const server = app.getHttpServer();
  const drain = drainable(server);
  const { url } = await listen(server, at.port, at.host);
  teardown.add('HTTP', drain);
  return url;
}
