import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../../failures';
import { fits, hasWildcards } from './wildcards';

/** What this command writes itself, whole and while it writes. */
export const REFUSED_SUFFIX = '.refused.csv';
export const PARTIAL_SUFFIX = '.partial';

function isOurs(name: string): boolean {
  return name.endsWith(REFUSED_SUFFIX) || name.endsWith(REFUSED_SUFFIX + PARTIAL_SUFFIX);
}

/**
 * The files that paths name, each once, in the order given and by name within folders: files themselves, folders with
 * all below them, and patterns such as data/*.csv for shells that do not expand them.
 */
export function findFiles(paths: readonly string[]): readonly string[] {
  const found = paths.flatMap((path) => {
    const matches = existsSync(path) ? [path] : matchesOf(path);
    const files = matches.flatMap((match) => (statSync(match).isDirectory() ? filesBelow(match) : [match]));
    if (files.length === 0) throw new UsageError(`${path}: there is no such file, nor a folder with files`);
    return files;
  });
  return [...new Set(found)];
}

function filesBelow(folder: string): readonly string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    // Links to folders may lead round in circles.
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() && !isOurs(entry.name) ? [path] : [];
  });
}

function matchesOf(pattern: string): readonly string[] {
  if (!hasWildcards(pattern)) return [];
  const [folder, last] = [dirname(pattern), basename(pattern)];
  const folders = hasWildcards(folder) ? matchesOf(folder) : [folder];
  return folders
    .filter((one) => existsSync(one) && statSync(one).isDirectory())
    .flatMap((one) =>
      entriesOf(one)
        .filter(({ name }) => fits(name, last) && !isOurs(name))
        .map(({ name }) => (one === '.' && !pattern.startsWith('./') ? name : join(one, name))),
    );
}

function entriesOf(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}
