import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedPostgresError } from '../embedded-postgres-error';
import { identityOf } from '../process-identity';
import type { DataFolder } from './data-folder';

export interface Claim {
  readonly release: () => void;
}

const ATTEMPTS = 6;

/**
 * One process at a time owns a data folder. Each writes its claim first and looks for others' after, so that of two
 * at least one sees the other; both may step back, so that they try again after waits of different length. The claim
 * of a process that is gone (by pid and start time, since pids are reused) counts for nothing.
 */
export async function claimFolder(folder: DataFolder): Promise<Claim> {
  for (let attempt = 1; ; attempt++) {
    const claim = writeClaim(folder);
    const other = otherClaimant(folder);
    if (other === undefined) return claim;
    if (other !== process.pid) claim.release();
    if (other === process.pid || attempt === ATTEMPTS) throw inUse(folder, other);
    await wait(20 + Math.random() * 150);
  }
}

const claimed = new Set<string>();

function writeClaim(folder: DataFolder): Claim {
  if (claimed.has(folder.path)) throw inUse(folder, process.pid);
  const file = join(folder.claims, String(process.pid));
  writeFileSync(file, identityOf(process.pid) ?? '');
  claimed.add(folder.path);
  return {
    release: () => {
      claimed.delete(folder.path);
      rmSync(file, { force: true });
    },
  };
}

function otherClaimant(folder: DataFolder): number | undefined {
  for (const name of readdirSync(folder.claims)) {
    const pid = Number(name);
    if (pid === process.pid) continue;
    const file = join(folder.claims, name);
    const claimed = readOrUndefined(file);
    if (claimed === undefined) continue;
    // Empty: its writer is between making the file and filling it, which is a claim in the making.
    if (claimed === '' ? identityOf(pid) !== null : identityOf(pid) === claimed) return pid;
    rmSync(file, { force: true });
  }
  return undefined;
}

function readOrUndefined(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // released in the meantime
  }
}

function inUse(folder: DataFolder, pid: number): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'folderInUse',
    `${folder.path} is in use by the Streakline process ${pid}: stop it first, or choose another data folder.`,
  );
}
