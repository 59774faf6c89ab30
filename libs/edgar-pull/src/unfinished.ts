import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where this process writes files until they are whole. Made when first used. */
export function unfinishedFolder(folder: string): string {
  return join(folder, '.pulled', `unfinished-${process.pid}`);
}

/** Removes what processes left that were killed while they wrote; those at work keep theirs. */
export async function clearUnfinished(folder: string): Promise<void> {
  const names = await readdir(join(folder, '.pulled')).catch((error: unknown) => {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  for (const name of names) {
    const pid = /^unfinished-(\d{1,10})$/.exec(name)?.[1];
    if (pid === undefined || (Number(pid) !== process.pid && isAlive(Number(pid)))) continue;
    await rm(join(folder, '.pulled', name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It lives, and is not ours to signal.
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EPERM';
  }
}
