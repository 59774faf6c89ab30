import { chmodSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RunAs } from '../run-as';

/** The topmost folder on the way to `path` that the user may not pass through; undefined when the way is free. */
export function firstUnreachable(path: string, user: RunAs): string | undefined {
  const above = dirname(path) === path ? undefined : firstUnreachable(dirname(path), user);
  return above ?? (mayPass(path, user) ? undefined : path);
}

/** Lets others pass through a folder of ours, without letting them list it. */
export function makeReachable(path: string, user?: RunAs): void {
  if (process.platform === 'win32' || (user !== undefined && mayPass(path, user))) return;
  const { uid, mode } = statSync(path);
  if (uid === process.getuid?.()) chmodSync(path, (mode & 0o7777) | 0o111);
}

function mayPass(path: string, user: RunAs): boolean {
  const { uid, gid, mode } = statSync(path);
  if (uid === user.uid) return (mode & 0o100) !== 0;
  if (gid === user.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
