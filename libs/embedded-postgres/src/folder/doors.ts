import { closeSync, existsSync, openSync } from 'node:fs';

/** Names of files or folders for a child process, and what it must be spawned with and what is to be closed after. */
export interface Doors {
  readonly names: readonly string[];
  /** The child's descriptors from 3 on. */
  readonly stdio: readonly number[];
  close(): void;
}

/** The child may walk to the paths by itself. */
export function openPaths(paths: readonly string[]): Doors {
  return { names: paths, stdio: [], close: () => undefined };
}

/**
 * Names by which a child reaches paths although its user may not walk through the folders above them, as with root's
 * own temporary folders (mode 0700): it inherits them opened, and /proc/self/fd leads straight to them. So nothing
 * above has to be opened up. PostgreSQL's processes are forked from one another, so each of them has the descriptors.
 */
export function openDoors(paths: readonly string[]): Doors {
  const stdio = paths.map((path) => openSync(path, 'r'));
  return {
    names: stdio.map((_, i) => `/proc/self/fd/${3 + i}`),
    stdio,
    close: () => stdio.forEach((descriptor) => closeSync(descriptor)),
  };
}

/** Only Linux's /proc leads through a descriptor to what lies below it. */
export function hasDoors(): boolean {
  return process.platform === 'linux' && existsSync('/proc/self/fd');
}
