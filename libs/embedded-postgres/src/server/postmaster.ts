import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { DataFolder, WayIn } from '../folder/data-folder';
import { asUser, type RunAs } from '../run-as';
import { readPostmasterFile } from './postmaster-file';
import { settingsFor, type Durability } from './settings';

export interface ServerOptions {
  readonly folder: DataFolder;
  readonly binaries: string;
  readonly user: RunAs;
  readonly wayIn: WayIn;
  readonly durability: Durability;
}

/** One running server process. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly exited: Promise<void>;
}

/** Why a server process ended before it was ready: its own words. */
export interface FailedStart {
  readonly failure: 'notReapedYet' | 'portTaken' | 'other';
  readonly reason: string;
}

const MAX_LOG_BYTES = 10_000_000;

/** Starts the server process and waits until it takes connections, or has ended. */
export async function startPostmaster(options: ServerOptions, port: number): Promise<Postmaster | FailedStart> {
  const { folder } = options;
  const log = openLog(folder);
  const child = spawnServer(options, port, log.descriptor);
  closeSync(log.descriptor);
  let ended = false;
  let spawnError: Error | undefined;
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      ended = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', (error) => {
      spawnError = error;
      end();
    });
  });
  while (!ended) {
    const file = readPostmasterFile(folder.cluster);
    if (child.pid !== undefined && file?.pid === child.pid && file.ready) return { pid: child.pid, port, exited };
    await wait(8);
  }
  return explain(spawnError?.message ?? readFileSync(folder.log).subarray(log.size).toString('utf8'));
}

function spawnServer(options: ServerOptions, port: number, log: number): ChildProcess {
  const doors = options.wayIn([options.folder.cluster]);
  const child = spawn(
    join(options.binaries, 'bin', 'postgres'),
    ['-D', ...doors.names, ...settingsFor(port, options.durability)],
    {
      ...asUser(options.user),
      env: { PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' },
      stdio: ['ignore', log, log, ...doors.stdio],
      // Its own session: Ctrl-C reaches the whole group of a terminal, and must not stop the server before the
      // application has drained.
      detached: true,
    },
  );
  doors.close();
  child.unref();
  return child;
}

function openLog(folder: DataFolder): { descriptor: number; size: number } {
  const descriptor = openSync(folder.log, 'a', 0o600);
  if (fstatSync(descriptor).size > MAX_LOG_BYTES) ftruncateSync(descriptor);
  return { descriptor, size: fstatSync(descriptor).size };
}

function explain(log: string): FailedStart {
  const reason = /FATAL: +(.*)/.exec(log)?.[1] ?? log.trim().split('\n').at(-1) ?? '';
  if (/lock file "postmaster\.pid" already exists|pre-existing shared memory block/.test(log))
    return { failure: 'notReapedYet', reason };
  if (/could not bind|Address already in use|could not create any TCP\/IP sockets/.test(log))
    return { failure: 'portTaken', reason };
  return { failure: 'other', reason };
}
