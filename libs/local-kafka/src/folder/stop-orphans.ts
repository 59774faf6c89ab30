import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { commandLineOf, isRunning } from '@streakline/embedded-postgres';
import { signal } from '../broker/signal';
import { isOwned } from './claim-folder';

/**
 * Kills the brokers of a folder whose owner was killed. To be called by who has claimed the folder, or has seen that
 * nobody does. A broker's log recovers from that as it does from a crash.
 */
export async function stopOrphans(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const pid = readPid(join(folder, name, 'broker.pid'));
    // Pids are reused: only a process that names this very folder is a broker of it.
    if (pid === undefined || commandLineOf(pid)?.includes(join(folder, name)) !== true) continue;
    signal(pid, 'SIGKILL');
    while (isRunning(pid)) await wait(20);
  }
}

/** Removes what test runs left in a folder of theirs when they were killed, with the brokers that still run there. */
export async function sweepTemporaryClusters(parent: string): Promise<void> {
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent)) {
    const folder = join(parent, name);
    // Without the file its maker is between making the folder and claiming it.
    if (!existsSync(join(folder, 'owner')) || isOwned(folder)) continue;
    await stopOrphans(folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

function readPid(file: string): number | undefined {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
