import { openDatabase } from '@streakline/database';
import { connectEventLog, topicsOf } from '@streakline/event-log';
import { eventStoreMigrations, PostgresEventStore } from '@streakline/event-store';
import { createLog } from '@streakline/observability';
import { Relay } from '@streakline/relay';
import { answerParent, epochNow } from './child';

/* The relay, as its process runs it. */

let relay: Relay;

async function open({ url, brokers, prefix }: { url: string; brokers: readonly string[]; prefix: string }) {
  const { pool } = await openDatabase({ url, migrations: eventStoreMigrations, poolSize: 6 });
  const log = createLog('warn');
  const eventLog = connectEventLog({ brokers, clientId: 'bench-relay' }, log);
  relay = new Relay({ pool, store: new PostgresEventStore(pool), eventLog, topic: topicsOf(prefix).events, log });
}

/** Starts to relay; answers when it is about to send its first batch. */
async function relayAll(): Promise<number> {
  relay.start();
  while (relay.status.state !== 'active') await new Promise((resolve) => setTimeout(resolve, 1));
  return epochNow();
}

answerParent({ open, relay: relayAll, status: async () => relay.status });
