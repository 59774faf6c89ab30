import { rmSync } from 'node:fs';
import { RUN_FOLDER_VARIABLE } from '../kafka/jest-run';
import { stopSharedKafka } from '../kafka/stop-shared-kafka';
import { serverToTearDown } from './jest-server';

/** Stops the servers of a test run, its PostgreSQL and its Kafka, and removes their folders. */
export default async function stopForJest(): Promise<void> {
  await Promise.all([stopPostgres(), stopKafka()]);
}

async function stopPostgres(): Promise<void> {
  const server = serverToTearDown();
  if (server === undefined) return;
  await server.stop();
  rmSync(server.dataDir, { recursive: true, force: true });
}

async function stopKafka(): Promise<void> {
  const folder = process.env[RUN_FOLDER_VARIABLE];
  if (folder === undefined) return;
  await stopSharedKafka(folder);
  rmSync(folder, { recursive: true, force: true });
}
