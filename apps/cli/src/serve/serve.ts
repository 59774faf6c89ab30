import { print } from '../output/print';
import { InterruptedError, UsageError } from '../failures';
import { ServiceError } from '@streakline/service';
import { startStandalone } from '../../../standalone/src/start-standalone';
import { findDashboard } from './find-dashboard';
import { aborted, stopSignal } from './stop-signal';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly trustNetwork: boolean;
  readonly rateLimit: number;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** Folder of the strategies that may be asked for over HTTP. */
  readonly strategies?: string;
}

export async function serve(options: ServeOptions): Promise<void> {
  const { port, host, trustNetwork, rateLimit, dataDir, databaseUrl, strategies } = options;
  const stop = stopSignal();
  const storage = databaseUrl === undefined ? { dataDir } : { databaseUrl };
  const dashboardFolder = await findDashboard();
  const server = await startStandalone({
    ...{ ...storage, host, port, trustNetwork, rateLimit, dashboardFolder },
    ...(strategies !== undefined && { strategiesFolder: strategies }),
  }).catch((error: unknown) => {
    throw error instanceof ServiceError && error.code === 'hostNotLoopback' ? new UsageError(error.message) : error;
  });
  try {
    if (stop.aborted) throw new InterruptedError('stopped while starting');
    const what = dashboardFolder === undefined ? '' : 'the dashboard, for a browser; ';
    const where = databaseUrl === undefined ? dataDir : 'the given database';
    await print(`Streakline listens on ${server.url} (${what}its API at ${server.url}/docs, data in ${where}).\n`);
    await aborted(stop);
    process.stderr.write('streakline: stopping\n');
  } finally {
    await server.close();
  }
}
