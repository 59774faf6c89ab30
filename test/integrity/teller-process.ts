import { openDatabase } from '@streakline/database';
import { PostgresEventStore } from '@streakline/event-store';
import { Projector } from '@streakline/projections';
import { dossiersProjection } from '@streakline/read-models';
import { interleaved, marketHistory, tell } from './market-history';

/**
 * A process that tells a history and projects it at the same time, for a test that kills it. Started again, it tells
 * the same history from the beginning, as a source does that got no answer.
 */
async function main(url: string, seed: number): Promise<void> {
  const { pool } = await openDatabase({ url, migrations: [], poolSize: 8 });
  const store = new PostgresEventStore(pool, { pollMs: 50 });
  const projector = new Projector({ pool, store, projection: dossiersProjection, maxBatch: 4, cacheBytes: 100_000 });
  process.stdout.write('starting\n');
  await projector.start();
  process.stdout.write('following\n');
  const position = await tell(store, interleaved(marketHistory(seed), seed));
  if (!(await projector.waitUntil(position, 60_000)))
    throw new Error(`Only at ${projector.status().position} of ${position}.`);
  process.stdout.write('done\n');
}

const [url = '', seed = '0'] = process.argv.slice(2);
main(url, Number(seed)).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
