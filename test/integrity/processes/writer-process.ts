import { openDatabase } from '@streakline/database';
import { PostgresEventStore } from '@streakline/event-store';
import { RandomSource } from '../random-source';
import { writeWildly } from './wild-writer';

/* A process that writes wildly once it is told to (a line on standard input), then prints its receipts. */
async function main(url: string, seed: number, appends: number): Promise<void> {
  const database = await openDatabase({ url, migrations: [], poolSize: 4 });
  const store = new PostgresEventStore(database.pool);
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  const receipts = await writeWildly(store, new RandomSource(seed), { appends, inFlight: 16 });
  process.stdout.write(`${JSON.stringify([...receipts])}\n`, () => process.exit(0));
}

const [url = '', seed = '', appends = ''] = process.argv.slice(2);
void main(url, Number(seed), Number(appends));
