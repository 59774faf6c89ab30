import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** One file, with what its build compressed beforehand. */
export interface DashboardFile {
  readonly type: string;
  readonly content: Buffer;
  readonly brotli?: Buffer;
  readonly gzip?: Buffer;
  /** Of the content, quoted as a header takes it without its quotes: forms of it add their own ending. */
  readonly tag: string;
}

/** Files by the path that they are asked for, such as `/index.html` and `/assets/index-4f2a.js`. */
export type DashboardFiles = ReadonlyMap<string, DashboardFile>;

/** A folder that holds no built dashboard. */
export class NoDashboardError extends Error {
  override readonly name = 'NoDashboardError';
}

/** What a browser is told a file is; files of other kinds are none of the dashboard's. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Reads a built dashboard (some hundred kilobytes) into memory, so that nothing else can ever be answered and a build
 * that is removed meanwhile is not missed.
 *
 * @throws NoDashboardError: one line that says what is missing
 */
export function readDashboard(folder: string): DashboardFiles {
  const names = namesIn(folder);
  const there = new Set(names);
  if (!there.has('index.html')) throw new NoDashboardError(`there is no built dashboard in ${folder}`);
  const read = (name: string) => (there.has(name) ? readFileSync(join(folder, name)) : undefined);
  const files = names.flatMap((name): [string, DashboardFile][] => {
    const type = TYPES[extname(name)];
    if (type === undefined) return [];
    const content = readFileSync(join(folder, name));
    const [brotli, gzip] = [read(`${name}.br`), read(`${name}.gz`)];
    const tag = createHash('sha256').update(content).digest('base64url').slice(0, 22);
    return [[`/${name}`, { type, content, tag, ...(brotli && { brotli }), ...(gzip && { gzip }) }]];
  });
  return new Map(files);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    throw new NoDashboardError(
      `the dashboard cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
