import { openDatabase } from '@streakline/database';
import { connectEventLog, topicsOf } from '@streakline/event-log';
import { eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';
import { logFeed } from '@streakline/log-feed';
import { createLog } from '@streakline/observability';
import { Projector, projectionsMigrations } from '@streakline/projections';
import { lastQuotes } from '../projected/quotes';
import { answerParent, epochNow } from './child';

/* One projector with a small projection, fed by the log. */

const PATIENCE_MS = 120_000;
let projector: Projector;

async function open({ url, brokers, prefix }: { url: string; brokers: readonly string[]; prefix: string }) {
  const migrations = [...eventStoreMigrations, ...projectionsMigrations];
  const { pool } = await openDatabase({ url, migrations, poolSize: 6 });
  const log = createLog('warn');
  const eventLog = connectEventLog({ brokers, clientId: 'bench-projector' }, log);
  const startFeed = logFeed({
    ...{ eventLog, topic: topicsOf(prefix).events.name, groupPrefix: prefix, log },
    onUnreadable: () => Promise.reject(new Error('the benchmark met a record that is none of ours')),
  });
  const store = new PostgresEventStore(pool);
  projector = new Projector({ pool, store, projection: lastQuotes, startFeed, log: (line) => log.warn(line) });
  await projector.start();
  while (projector.status().partitions.size === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Answers when the read model is there. */
async function reached(position: number): Promise<number> {
  if (!(await projector.waitUntil(position, PATIENCE_MS))) {
    throw new Error(`not at ${position}: ${JSON.stringify(projector.status())}`);
  }
  return epochNow();
}

/** Answers, for each of these positions, when the read model was there. */
async function eachReached({ from, to }: { from: number; to: number }): Promise<readonly number[]> {
  const times: number[] = [];
  for (let position = from; position <= to; position += 1) times.push(await reached(position));
  return times;
}

answerParent({ open, reached, eachReached, status: async () => projector.status() });
