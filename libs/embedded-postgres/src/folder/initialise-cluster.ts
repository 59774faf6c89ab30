import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres-error';
import { asUser, type RunAs } from '../run-as';
import type { DataFolder, WayIn } from './data-folder';

/** The superuser and the database that the embedded server is made with. */
export const SUPERUSER = 'streakline';

/**
 * Makes the cluster beside its place and moves it there when it is whole, so that a process killed in between leaves
 * nothing that looks like a cluster.
 */
export function initialiseCluster(
  folder: DataFolder,
  options: { binaries: string; user: RunAs; wayIn: WayIn; password: string; durable: boolean },
): void {
  if (existsSync(folder.cluster)) return;
  const { user } = options;
  const staging = `${folder.cluster}.new`;
  const passwordFile = join(staging, 'password');
  rmSync(staging, { recursive: true, force: true });
  // initdb reads the password as the borrowed user, who may not read ours.
  mkdirSync(staging, { mode: 0o700 });
  mkdirSync(join(staging, 'cluster'), { mode: 0o700 });
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  for (const path of [staging, join(staging, 'cluster'), passwordFile]) giveTo(user, path);
  runInitdb(join(staging, 'cluster'), passwordFile, options);
  renameSync(join(staging, 'cluster'), folder.cluster);
  rmSync(staging, { recursive: true, force: true });
}

function runInitdb(
  cluster: string,
  passwordFile: string,
  options: { binaries: string; user: RunAs; wayIn: WayIn; durable: boolean },
): void {
  const doors = options.wayIn([cluster, passwordFile]);
  const [pgdata = cluster, pwfile = passwordFile] = doors.names;
  const flags = [
    ...['--pgdata', pgdata, '--username', SUPERUSER, '--pwfile', pwfile, '--auth', 'scram-sha-256'],
    // The builtin provider sorts by code point on every system, so that indexes survive a change of C library.
    ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    '--no-instructions',
    ...(options.durable ? [] : ['--no-sync']),
  ];
  const env = { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' };
  const { status, stderr, error } = spawnSync(join(options.binaries, 'bin', 'initdb'), flags, {
    ...asUser(options.user),
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', ...doors.stdio],
  });
  doors.close();
  if (status === 0) return;
  const reason = error?.message ?? stderr.split('\n').find((line) => line.includes('error:')) ?? stderr.trim();
  throw new EmbeddedPostgresError(
    'initialisationFailed',
    `PostgreSQL could not make its cluster in ${cluster}: ${reason.trim()}`,
  );
}

function giveTo(user: RunAs, path: string): void {
  if (user.uid === undefined) chmodSync(path, path.endsWith('password') ? 0o600 : 0o700);
  else chownSync(path, user.uid, user.gid ?? user.uid);
}
