import { openDatabase } from '@streakline/database';
import { PostgresEventStore } from '@streakline/event-store';
import { race } from './race';

/* A process that joins a race once it is told to (a line on standard input), then prints what became of its tries. */
async function main(url: string, streamId: string, finish: number): Promise<void> {
  const database = await openDatabase({ url, migrations: [], poolSize: 4 });
  const store = new PostgresEventStore(database.pool);
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  process.stdout.write(`${JSON.stringify(await race(store, streamId, finish))}\n`, () => process.exit(0));
}

const [url = '', streamId = '', finish = ''] = process.argv.slice(2);
void main(url, streamId, Number(finish));
