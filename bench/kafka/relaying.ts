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

const wait = () => new Promise((resolve) => setTimeout(resolve, 1));

/** Starts to relay; answers when it has the lock and knows where the log ends. */
async function relayOn(): Promise<void> {
  relay.start();
  while (relay.status.state !== 'active') await wait();
}

/** Answers when the first records are in the log. */
async function firstSent(): Promise<number> {
  while (relay.status.sentRecords === 0) await wait();
  return epochNow();
}

answerParent({ open, relay: relayOn, firstSent });
