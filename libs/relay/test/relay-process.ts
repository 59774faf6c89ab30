import { openDatabase } from '@streakline/database';
import { connectEventLog } from '@streakline/event-log';
import { PostgresEventStore } from '@streakline/event-store';
import { createLog } from '@streakline/observability';
import { Relay } from '../src/relay';

/* A relay in a process of its own, which tests freeze and kill: says its state whenever that changes. */

async function main([url = '', brokers = '', topicName = '']: readonly string[]): Promise<void> {
  const log = createLog('fatal');
  const { pool } = await openDatabase({ url, migrations: [], poolSize: 5 });
  const eventLog = connectEventLog({ brokers: brokers.split(','), clientId: 'relay-under-test' }, log);
  const topic = { name: topicName, partitions: 12, configuration: {} };
  const relay = new Relay({ pool, store: new PostgresEventStore(pool), eventLog, topic, log, standbyInterval: 50 });
  relay.start();
  let told = '';
  setInterval(() => {
    const { state } = relay.status;
    if (state !== told) process.stdout.write(`${state}\n`);
    told = state;
  }, 5);
}

void main(process.argv.slice(2));
