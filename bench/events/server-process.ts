import { createLog } from '@streakline/observability';
import { startQuery } from '../../apps/query/src/start-query';

/*
 * The query process on a database, apart from the benchmark, so that its memory is its own: tells its address, and the
 * most memory that it has held, as often as it is asked.
 */
let most = 0;
setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20).unref();

async function main(databaseUrl: string): Promise<void> {
  const server = await startQuery({ databaseUrl, port: 0, log: createLog('fatal'), runStudies: false });
  await server.opened;
  process.on('message', () => process.send?.({ most }));
  process.once('disconnect', () => void server.close());
  process.send?.({ url: server.url });
}

void main(process.argv[2] ?? '');
