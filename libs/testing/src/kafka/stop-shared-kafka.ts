import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
// Jest resolves no aliases in its global teardown.
import { commandLineOf, isRunning } from '../../../embedded-postgres/src';
import { KEEPER_FOLDER } from './jest-run';

/** Brokers take seconds to shut down where their machine is busy; their keeper kills them after half a minute. */
const PATIENCE_MS = 45_000;

/** Ends the shared broker of a test run, where one was started, with the process that keeps it. */
export async function stopSharedKafka(runFolder: string): Promise<void> {
  const file = join(runFolder, KEEPER_FOLDER, 'pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  // Pids are reused: only a process that runs this script is the keeper.
  if (!(pid > 0) || commandLineOf(pid)?.includes('kafka-local') !== true) return;
  process.kill(pid, 'SIGTERM');
  for (const until = Date.now() + PATIENCE_MS; isRunning(pid);) {
    if (Date.now() > until) {
      process.stderr.write(`The keeper of the shared Kafka, process ${pid}, does not end and is killed.\n`);
      process.kill(pid, 'SIGKILL');
      return;
    }
    await wait(50);
  }
}
