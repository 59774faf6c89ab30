import { type Database, openDatabase } from '@streakline/database';
import { connectEventLog, type EventLog } from '@streakline/event-log';
import { PostgresEventStore } from '@streakline/event-store';
import { createLog, type Log } from '@streakline/observability';
import { stepAtStatement, steppingLog } from './stepping';
import type { ProcessSettings } from './step';

/** What every process of the Kafka fault tests works with. */
export interface Opened {
  readonly database: Database;
  readonly store: PostgresEventStore;
  readonly eventLog: EventLog;
  readonly log: Log;
}

/** Opens it as the process's first argument says, and says `started` once `start` is done. */
export function run(start: (settings: ProcessSettings, opened: Opened) => Promise<void> | void): void {
  main(start).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
}

async function main(start: Parameters<typeof run>[0]): Promise<void> {
  // A parent that dies takes its children with it: their pipes close.
  process.stdin.on('end', () => process.exit(0)).resume();
  const settings = JSON.parse(process.argv[2] ?? '{}') as ProcessSettings;
  if (settings.step !== null) stepAtStatement(settings.step);
  const log = createLog('info');
  const database = await openDatabase({ url: settings.databaseUrl, migrations: [], poolSize: 6 });
  const store = new PostgresEventStore(database.pool, { pollMs: 50 });
  const connection = { brokers: settings.brokers, clientId: `test-${process.pid}` };
  const eventLog = steppingLog(connectEventLog(connection, log), settings);
  await start(settings, { database, store, eventLog, log });
  process.stdout.write('started\n');
}
