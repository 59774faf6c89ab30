import { setTimeout as wait } from 'node:timers/promises';
import type { DataFolder } from '../folder/data-folder';
import { commandLineOf, isRunning } from '../process-identity';
import { readPostmasterFile, removePostmasterFile, worksIn } from './postmaster-file';

const PATIENCE_MS = 60_000;

/**
 * Stops a server of this folder whose owner was killed. To be called by who holds the folder's claim: the server
 * cannot belong to anybody alive then. It is stopped and started anew rather than adopted, so that it runs under the
 * present settings and as a child whose end we see.
 */
export async function stopOrphan(folder: DataFolder, log: (line: string) => void): Promise<void> {
  const found = readPostmasterFile(folder.cluster);
  if (found === undefined) return;
  const commandLine = commandLineOf(found.pid);
  // Dead, perhaps not yet reaped: starting waits for that, and PostgreSQL itself clears the file.
  if (commandLine === null) return;
  if (!commandLine.includes(folder.cluster) && worksIn(found.pid) !== folder.cluster) {
    // After a reboot, or in a restarted container, the pid is another program's, and PostgreSQL would refuse to start.
    if (!/postgres/i.test(commandLine)) removePostmasterFile(folder.cluster);
    return;
  }
  log(`stopping the PostgreSQL server ${found.pid} that a killed process left on ${folder.path}`);
  await shutDown(found.pid);
}

/** Fast shutdown: sessions are ended, a checkpoint is written; after a minute without it. */
export async function shutDown(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    if (!isRunning(pid)) return;
    await wait(15);
  }
  signal(pid, 'SIGQUIT');
  while (isRunning(pid)) await wait(15);
}

/** Signals a process that may have ended in the meantime. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone: what the signal was for
  }
}
