import { readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from '../process-identity';

/** PostgreSQL's postmaster.pid: who serves a cluster, and how far it is. Its lines are fixed by pidfile.h. */
export interface PostmasterFile {
  readonly pid: number;
  readonly ready: boolean;
}

export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

export function removePostmasterFile(cluster: string): void {
  rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/** Whether any process of a server on this cluster lives: its postmaster, or a session that outlived it. */
export function isInUse(cluster: string): boolean {
  const file = readPostmasterFile(cluster);
  if (process.platform !== 'linux' || (file !== undefined && isRunning(file.pid))) return true;
  return readdirSync('/proc').some((pid) => /^\d+$/.test(pid) && worksIn(pid) === cluster);
}

/** The working folder of a process, which for PostgreSQL's is the cluster; undefined where it may not be seen or has none. */
export function worksIn(pid: string | number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}
