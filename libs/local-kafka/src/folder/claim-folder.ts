import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { identityOf } from '@streakline/embedded-postgres';
import { LocalKafkaError } from '../local-kafka-error';
import { makeFolder } from './make-folder';

/**
 * Makes this process the one owner of a data folder; throws where another one is. A link either appears whole or is
 * refused, so that of two that claim at once one wins. Returns how to let go.
 */
export function claimFolder(folder: string): () => void {
  makeFolder(folder);
  const file = join(folder, 'owner');
  const own = join(folder, `owner.${process.pid}`);
  writeFileSync(own, `${process.pid} ${identityOf(process.pid) ?? ''}`);
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linked(own, file)) return () => rmSync(file, { force: true });
      if (isOwned(folder)) throw inUse(folder, readOwner(file));
      setAside(file);
    }
    throw inUse(folder, readOwner(file));
  } finally {
    rmSync(own, { force: true });
  }
}

/** Whether the process that claimed a folder is still the one that runs under that pid. */
export function isOwned(folder: string): boolean {
  const owner = readOwner(join(folder, 'owner'));
  return owner !== undefined && identityOf(owner.pid) === owner.identity;
}

function setAside(file: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    // Between looking and renaming another may have claimed it: that claim goes back.
    const taken = readOwner(aside);
    if (taken !== undefined && identityOf(taken.pid) === taken.identity) linked(aside, file);
    rmSync(aside, { force: true });
  } catch {
    // another process set it aside
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch {
    return false;
  }
}

interface Owner {
  readonly pid: number;
  readonly identity: string;
}

function readOwner(file: string): Owner | undefined {
  try {
    const [pid, ...identity] = readFileSync(file, 'utf8').split(' ');
    return { pid: Number(pid), identity: identity.join(' ') };
  } catch {
    return undefined;
  }
}

function inUse(folder: string, owner: Owner | undefined): LocalKafkaError {
  return new LocalKafkaError(
    'folderInUse',
    `${folder} is in use by the process ${owner?.pid ?? 'of another start'}: stop it first, or choose another data folder.`,
  );
}
