import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres-error';
import { asUser, type RunAs } from '../run-as';
import type { BinaryPackage } from './binary-package';
import { copyBinaries } from './copy-binaries';

/**
 * A folder whose binaries that user can run: the package's own, or a private copy keyed by version where the user
 * cannot read node_modules (a checkout in /root), or where npm was told to run no scripts, so that the libraries'
 * symbolic links are missing.
 */
export function runnableBinaries(binaries: BinaryPackage, user: RunAs, cacheFolders = defaultCacheFolders()): string {
  if (canRun(binaries.folder, user)) return binaries.folder;
  for (const cache of cacheFolders) {
    const copy = join(cache, `postgres-${binaries.key}`);
    if (!isPrivate(cache)) continue;
    if (canRun(copy, user)) return copy;
    copyBinaries(binaries.folder, copy);
    if (canRun(copy, user)) return copy;
  }
  throw new EmbeddedPostgresError(
    'noBinaries',
    `PostgreSQL in ${binaries.folder} cannot be run by ${user.name}, nor can a copy of it in any of ${cacheFolders.join(', ')}: make one of them readable to that user.`,
  );
}

function canRun(folder: string, user: RunAs): boolean {
  const runs = (program: string) => spawnSync(join(folder, 'bin', program), ['--version'], asUser(user)).status === 0;
  return existsSync(join(folder, 'bin')) && runs('postgres') && runs('initdb');
}

function defaultCacheFolders(): readonly string[] {
  const uid = process.getuid?.();
  const own =
    uid === 0
      ? '/var/cache/streakline'
      : join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'streakline');
  return [own, join(tmpdir(), `streakline-${uid ?? 'cache'}`)];
}

/** Programs that we run must lie where nobody else could have put others. */
function isPrivate(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    const { uid, mode } = lstatSync(folder);
    return process.platform === 'win32' || (uid === process.getuid?.() && (mode & 0o022) === 0);
  } catch {
    return false;
  }
}
