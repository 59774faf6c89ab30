import { createServer, type RequestListener, type Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { apiKeysMigrations, type CheckedKey } from '@streakline/api-keys';
import type { Database, Migration } from '@streakline/database';
import {
  createLog,
  databaseCheck,
  type HealthCheck,
  type Log,
  measureChecks,
  measurePool,
  Metrics,
} from '@streakline/observability';
import type { RequestHandler } from 'express';
import { type Access, openAccess, probesAccess, refuseNoHost, startingAccess } from './http/access';
import { drainable, listen } from './http/http-server';
import { type AppOptions, makeApp } from './http/make-app';
import type { ServiceSettings } from './settings/read-settings';
import { DEFAULT_RATE_LIMIT } from './settings/variables';
import { openWhenReachable } from './storage/open-when-reachable';
import { Teardown } from './teardown/teardown';

/** What a process is told. Left out: this machine only, a free port, and a log of its own. */
export type ServiceOptions = Pick<ServiceSettings, 'databaseUrl'> &
  Partial<ServiceSettings> & {
    readonly log?: Log;
    /** An API key that is good for this process alone, and on no record. */
    readonly ownKey?: CheckedKey;
  };

/** What a process is, whatever it is told. */
export interface ServiceKind {
  /**
   * `api`: answers /v1, on other than loopback addresses only with API keys or where the network is trusted; `probes`:
   * health and metrics alone, on any address.
   */
  readonly answers: 'api' | 'probes';
  readonly migrations: readonly Migration[];
  /** Connections to the database, at most, unless it is told otherwise. */
  readonly connections: number;
  /** Answers what it has pages at, from the first moment on, and leaves the rest to the API. */
  readonly pages?: RequestHandler | undefined;
}

/** What a process is made of, handed to those who put their parts in. */
export interface ServiceParts {
  readonly database: Database;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Undone in reverse order when the process stops; the database comes after all of it. */
  readonly teardown: Teardown;
  /** Part of readiness from now on. */
  readonly addCheck: (check: HealthCheck) => void;
  /** Answers with these modules from now on. */
  readonly answerWith: (imports: AppOptions['imports']) => Promise<NestExpressApplication>;
}

/** A running process. */
export interface Service {
  readonly url: string;
  /** Resolves when the database is open and all parts are started; rejects where that failed for good. */
  readonly opened: Promise<void>;
  /** Answers what is in hand, then undoes what was started, last first. */
  close(): Promise<void>;
}

/**
 * Starts what every process shares: it listens at once, tells its health and figures, and opens the database as soon as
 * it can be had, which is when `start` puts the process's own parts in. Resolves when it listens.
 *
 * @throws ServiceError: one line that says what, where and how to mend it
 */
export async function startService(
  options: ServiceOptions,
  kind: ServiceKind,
  start: (parts: ServiceParts) => Promise<void>,
): Promise<Service> {
  const defaults = { host: '127.0.0.1', port: 0, trustNetwork: false, rateLimit: DEFAULT_RATE_LIMIT };
  const settled = { ...defaults, log: createLog('info'), ...kind, ...options };
  if (kind.answers === 'api') refuseNoHost(settled.host);
  const service = new RunningService(settled);
  const url = await service.listen();
  const opened = service.open(start);
  // Whoever does not look at it must not be ended by it; health tells too.
  opened.catch(() => undefined);
  return { url, opened, close: () => service.close() };
}

type Settled = ServiceKind &
  ServiceOptions &
  Required<Pick<ServiceOptions, 'host' | 'port' | 'trustNetwork' | 'rateLimit' | 'log'>>;

class RunningService {
  private readonly metrics: Metrics;
  private readonly stopping = new AbortController();
  private readonly teardown: Teardown;
  private readonly server: Server;
  private readonly drain: () => Promise<void>;
  private answer: RequestListener = (_request, response) => response.writeHead(503).end();
  private problem = 'The process is starting.';
  private readonly checks: HealthCheck[] = [
    { name: 'start', check: () => Promise.resolve({ ready: false, detail: this.problem }) },
  ];
  private opening: Promise<void> = Promise.resolve();
  private closing: Promise<void> | undefined;

  constructor(private readonly options: Settled) {
    this.metrics = new Metrics(options.log);
    this.teardown = new Teardown((step, err) => options.log.error({ err, step }, 'stopping failed'));
    this.server = createServer((request, response) => this.answer(request, response));
    this.drain = drainable(this.server);
    measureChecks(this.metrics, this.checks, options.log);
  }

  async listen(): Promise<string> {
    const { options } = this;
    await this.answerWith([], options.answers === 'api' ? startingAccess(options, () => this.problem) : probesAccess);
    const { url } = await listen(this.server, options.port, options.host);
    options.log.info({ url }, 'listening');
    return url;
  }

  open(start: (parts: ServiceParts) => Promise<void>): Promise<void> {
    this.opening = this.openParts(start).catch((err: unknown) => {
      this.problem = 'It could not start; the log says why.';
      this.options.log.error({ err }, 'the process could not start');
      throw err;
    });
    return this.opening;
  }

  close(): Promise<void> {
    this.closing ??= this.shutDown();
    return this.closing;
  }

  private async shutDown(): Promise<void> {
    this.stopping.abort();
    await this.drain();
    // What it started until then is undone below.
    await this.opening.catch(() => undefined);
    await this.teardown.run();
    this.options.log.info('stopped');
  }

  private async openParts(start: (parts: ServiceParts) => Promise<void>): Promise<void> {
    const { options, teardown, metrics, checks } = this;
    const { log } = options;
    const database = await openWhenReachable({
      url: options.databaseUrl,
      poolSize: options.databaseConnections ?? options.connections,
      migrations: options.answers === 'api' ? [...options.migrations, ...apiKeysMigrations] : options.migrations,
      log,
      stopping: this.stopping.signal,
      onProblem: (problem) => (this.problem = problem),
    });
    if (database === undefined) return;
    teardown.add('database', () => database.close());
    measurePool(metrics, database.pool);
    const access = options.answers === 'api' ? await openAccess({ ...options, pool: database.pool }) : probesAccess;
    const added: HealthCheck[] = [databaseCheck(database.pool)];
    await start({
      ...{ database, log, metrics, teardown },
      addCheck: (check) => void added.push(check),
      answerWith: (imports) => this.answerWith(imports, access),
    });
    checks.splice(0, checks.length, ...added);
    log.info('started');
  }

  private async answerWith(imports: AppOptions['imports'], access: Access): Promise<NestExpressApplication> {
    const { metrics, checks } = this;
    const { log, pages } = this.options;
    const app = await makeApp({ imports, checks, metrics, log, access, ...(pages && { pages }) });
    this.answer = app.getHttpAdapter().getInstance() as RequestListener;
    this.teardown.add('application', () => app.close());
    return app;
  }
}
