import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, posix, relative, sep } from 'node:path';
import { RunError } from '../run-error';
import { importsOf } from './imports-of';
import type { StrategyModule } from './strategy-code';

/** The one package a strategy may import. */
export const STRATEGY_API = '@streakline/backtest';

const NO_MAP = '{"version":3,"sources":[],"names":[],"mappings":""}';

/** A strategy is a page or two: what is larger is something else. */
const MOST_MODULES = 100;

/**
 * The compiled file of a strategy and those of its folder that it imports, the entry first, then by path.
 *
 * @throws RunError `strategyNotFound`, `strategyUnreadable`, `importNotAllowed`
 */
export async function compileModules(file: string): Promise<readonly StrategyModule[]> {
  const entry = await realpath(file).catch((error: unknown) => {
    throw new RunError('strategyNotFound', `there is no strategy ${file}: name a TypeScript file`, {
      cause: error,
    });
  });
  if (!entry.endsWith('.ts')) {
    throw new RunError('strategyUnreadable', `${file} is no TypeScript file: a strategy's name ends in .ts`);
  }
  const folder = dirname(entry);
  const found = new Map<string, StrategyModule>();
  const waiting = [basename(entry)];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (found.has(path)) continue;
    if (found.size === MOST_MODULES) throw new RunError('strategyUnreadable', tooMany(file));
    const module = await compile(folder, path);
    found.set(path, module);
    if (module.map !== null) waiting.push(...(await importedFiles(folder, module)));
  }
  const [first, ...others] = [...found.values()];
  return first === undefined ? [] : [first, ...others.sort((a, b) => (a.path < b.path ? -1 : 1))];
}

/** The file that a relative import names, seen from a module of the strategy; undefined where there is none. */
export function importedPath(from: string, name: string, exists: { has(path: string): boolean }): string | undefined {
  const path = posix.join(posix.dirname(from), name);
  return [path, `${path}.ts`, `${path}.json`, `${path}/index.ts`].find(
    (each) => /\.(ts|json)$/.test(each) && exists.has(each),
  );
}

async function importedFiles(folder: string, module: StrategyModule): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const name of importsOf(module.code)) {
    if (name === STRATEGY_API) continue;
    if (!/^\.\.?\//.test(name)) throw notAllowed(module.path, name, `a strategy may import ${STRATEGY_API} alone`);
    const path = posix.join(posix.dirname(module.path), name);
    if (path.startsWith('..')) throw notAllowed(module.path, name, "it lies outside the strategy's folder");
    const candidates = [path, `${path}.ts`, `${path}.json`, `${path}/index.ts`];
    const readable = new Set<string>();
    for (const each of candidates) if (await liesIn(folder, each)) readable.add(each);
    const found = importedPath(module.path, name, readable);
    if (found === undefined) throw notAllowed(module.path, name, 'no .ts or .json file of that name lies there');
    paths.push(found);
  }
  return paths;
}

/** A link that leads out of the folder leads out of what is hashed. */
async function liesIn(folder: string, path: string): Promise<boolean> {
  const real = await realpath(`${folder}/${path}`).catch(() => undefined);
  return real !== undefined && !relative(folder, real).startsWith(`..${sep}`);
}

async function compile(folder: string, path: string): Promise<StrategyModule> {
  const source = await readFile(`${folder}/${path}`, 'utf8').catch((error: unknown) => {
    throw new RunError('strategyUnreadable', `${folder}/${path} cannot be read: ${reasonOf(error)}`, {
      cause: error,
    });
  });
  const sourceHash = createHash('sha256').update(source).digest('hex');
  if (path.endsWith('.json')) return { path, code: source, map: null, sourceHash };
  // Only who loads a strategy needs the compiler: processes that run compiled ones may do without.
  const { transform } = await import('@swc/core');
  const compiled = await transform(source, {
    filename: path,
    configFile: false,
    swcrc: false,
    sourceMaps: true,
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
  }).catch((error: unknown) => {
    throw new RunError('strategyUnreadable', `${path}: ${firstPart(reasonOf(error))}`, { cause: error });
  });
  return { path, code: compiled.code, map: compiled.map ?? NO_MAP, sourceHash };
}

function notAllowed(path: string, name: string, why: string): RunError {
  return new RunError('importNotAllowed', `${path} imports '${name}': ${why}`);
}

function tooMany(file: string): string {
  return `${file} imports more than ${MOST_MODULES} files: a strategy is a few`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Below the place in the code, swc tells of its own innards. */
function firstPart(message: string): string {
  return (message.split(/\s*Caused by:/)[0] ?? message).trim();
}
