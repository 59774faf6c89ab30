import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What tells a process from a later one with the same pid: the boot and the moment it started. Null when there is no
 * such process, or only its unreaped remains (a zombie holds no files and serves nobody).
 */
export function identityOf(pid: number): string | null {
  return process.platform === 'linux' ? identityFromProc(pid) : identityFromPs(pid);
}

/** The command line of a running process, null where there is none. */
export function commandLineOf(pid: number): string | null {
  if (identityOf(pid) === null) return null;
  if (process.platform === 'linux') return readOrNull(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ') ?? null;
  return ps('command=', pid);
}

export function isRunning(pid: number): boolean {
  return identityOf(pid) !== null;
}

function identityFromProc(pid: number): string | null {
  const stat = readOrNull(`/proc/${pid}/stat`);
  if (stat === null) return null;
  // The command's name may hold spaces and brackets: the fields are counted from the last bracket on.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAtTick] = [fields[0], fields[19]];
  if (state === 'Z' || state === 'X') return null;
  return `${readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}:${startedAtTick}`;
}

function identityFromPs(pid: number): string | null {
  if (process.platform === 'win32') return answersSignals(pid) ? 'running' : null;
  const state = ps('state=', pid);
  return state === null || state.startsWith('Z') ? null : ps('lstart=', pid);
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function ps(column: string, pid: number): string | null {
  const { status, stdout } = spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : null;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
