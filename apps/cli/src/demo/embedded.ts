import { startStandalone } from '../../../standalone/src/start-standalone';
import { apiAt } from './api';
import type { DemoSystem, DemoSystemOptions } from './demo-system';
import { typeInExample } from './type-in';

/** All of Streakline in this process, and its PostgreSQL. */
export async function startEmbedded({
  dataDir,
  port,
  dashboardFolder,
  stop,
  say,
}: DemoSystemOptions): Promise<DemoSystem> {
  say('Starting Streakline and its PostgreSQL...');
  const standalone = await startStandalone({ dataDir, host: '127.0.0.1', port, dashboardFolder, logLevel: 'warn' });
  const { url } = standalone;
  return {
    intakeUrl: url,
    queryUrl: url,
    // It lives and dies with this process.
    failed: new Promise<never>(() => undefined),
    typeIn: () => typeInExample(apiAt({ intakeUrl: url, queryUrl: url }, stop)),
    tries: [],
    close: () => standalone.close(),
  };
}
