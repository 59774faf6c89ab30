import { randomBytes } from 'node:crypto';
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres-error';
import type { RunAs } from '../run-as';
import { type Doors, hasDoors, openDoors, openPaths } from './doors';
import { firstUnreachable, makeReachable } from './reachable';

const MARKER = 'streakline-data.json';

/** Where everything lies in a data folder. */
export interface DataFolder {
  readonly path: string;
  /** PostgreSQL's own data directory, owned by the user that runs it. */
  readonly cluster: string;
  readonly log: string;
  /** One file for each process that claims the folder. */
  readonly claims: string;
}

/** Opens the way to paths for one child process. */
export type WayIn = (paths: readonly string[]) => Doors;

/** Makes the folder, or recognises it as one of ours; a folder with anything else in it is refused and left as it is. */
export function openDataFolder(dataDir: string): DataFolder {
  const path = makeFolder(resolve(dataDir));
  const entries = asUsable(path, () => {
    accessSync(path, constants.W_OK);
    return readdirSync(path);
  }).filter((name) => !name.startsWith(`.${MARKER}.`)); // the marker's first half, where its writer was killed
  if (!entries.includes(MARKER)) {
    if (entries.length > 0) {
      throw new EmbeddedPostgresError(
        'folderNotOurs',
        `${path} is not empty and holds no Streakline data: name an empty folder, or a new one.`,
      );
    }
    writeDurably(path, MARKER, `${JSON.stringify({ holds: 'streakline data', format: 1 })}\n`, 0o644);
  }
  const folder = {
    path,
    cluster: join(path, 'postgres'),
    log: join(path, 'postgres.log'),
    claims: join(path, 'claims'),
  };
  asUsable(path, () => mkdirSync(folder.claims, { recursive: true }));
  return folder;
}

/** The cluster's owner and major version, or undefined while there is none. */
export function describeCluster(folder: DataFolder): { uid: number; gid: number; major: number } | undefined {
  if (!existsSync(folder.cluster)) return undefined;
  const { uid, gid } = statSync(folder.cluster);
  return asUsable(folder.path, () => ({
    uid,
    gid,
    major: Number.parseInt(readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8'), 10),
  }));
}

/**
 * How the server's processes name what lies in the folder: by its path, or, as root in a folder that the borrowed user
 * cannot walk to, through doors that root opens for them. We open what is ours to others, and nothing above it.
 */
export function wayInto(folder: DataFolder, user: RunAs): WayIn {
  if (user.uid === undefined) return openPaths;
  makeReachable(folder.path, user);
  const obstacle = firstUnreachable(folder.path, user);
  if (obstacle === undefined) return openPaths;
  if (hasDoors()) return openDoors;
  throw new EmbeddedPostgresError(
    'folderNotReachable',
    `PostgreSQL cannot run as root, and user ${user.name} cannot reach ${folder.path} through ${obstacle}: choose another data folder, or run "chmod o+x ${obstacle}".`,
  );
}

/** The server's password: drawn once, readable to the owner of the folder alone. */
export function passwordOf(folder: DataFolder): string {
  const file = join(folder.path, 'password');
  if (!existsSync(file)) writeDurably(folder.path, 'password', `${randomBytes(24).toString('base64url')}\n`, 0o600);
  return asUsable(folder.path, () => readFileSync(file, 'utf8')).trim();
}

/** Written whole or not at all, also when the machine stops in between. */
function writeDurably(folder: string, name: string, content: string, mode: number): void {
  asUsable(folder, () => {
    const staging = join(folder, `.${name}.${process.pid}`);
    const file = openSync(staging, 'w', mode);
    writeSync(file, content);
    fsyncSync(file);
    closeSync(file);
    renameSync(staging, join(folder, name));
  });
}

function makeFolder(path: string): string {
  return asUsable(path, () => {
    makeFolders(path);
    return realpathSync(path);
  });
}

/**
 * Makes a folder and those above it, which others may walk through whatever the umask. Node's own `recursive` never
 * returns where a folder above exists and nothing can be made in it (below /proc, for one).
 */
function makeFolders(path: string): void {
  if (existsSync(path)) return;
  if (dirname(path) !== path) makeFolders(dirname(path));
  try {
    mkdirSync(path);
    makeReachable(path);
  } catch (error) {
    // Another process may have made it in the meantime.
    if (!existsSync(path)) throw error;
  }
}

function asUsable<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new EmbeddedPostgresError(
      'folderNotWritable',
      `${path} cannot be used as the data folder (${reason}): choose a folder that belongs to this user.`,
    );
  }
}
