import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Copies the `native` folder, readable to all whatever the umask, and makes the links that its install script would. */
export function copyBinaries(native: string, target: string): void {
  const staging = `${target}.${process.pid}`;
  rmSync(staging, { recursive: true, force: true });
  copyTree(native, staging);
  chmodSync(dirname(target), 0o755);
  for (const program of readdirSync(join(staging, 'bin'))) chmodSync(join(staging, 'bin', program), 0o755);
  makeLinks(staging);
  // The rename is the only moment that others see: two processes may copy at once, and both find a whole copy.
  const replaced = `${staging}.old`;
  if (existsSync(target)) renameSync(target, replaced);
  try {
    renameSync(staging, target);
  } catch (error) {
    if (!existsSync(target)) throw error;
  }
  for (const leftover of [replaced, staging]) rmSync(leftover, { recursive: true, force: true });
}

function copyTree(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyTree(source, copy);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), copy);
    else if (entry.isFile()) {
      copyFileSync(source, copy);
      chmodSync(copy, 0o644);
    }
  }
}

function makeLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, relative('native', target));
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}
