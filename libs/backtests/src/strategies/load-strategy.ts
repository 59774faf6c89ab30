import { createHash } from 'node:crypto';
import { RunError } from '../run-error';
import { startSandbox } from '../sandbox/sandbox';
import { compileModules } from './compile-modules';
import type { StrategyCode, StrategyModule } from './strategy-code';

/** Milliseconds that the top level of a strategy's files may take. */
const TOP_LEVEL_MS = 5_000;

/**
 * Compiles a strategy's file, and those of its folder that it imports, and looks at what it defines. Nothing of it is
 * run but its top level, in a sandbox.
 *
 * @throws RunError `strategyNotFound`, `strategyUnreadable`, `importNotAllowed`, `badStrategy`, `timeLimit`
 * @example
 * const code = await loadStrategy('examples/strategies/earnings-drift.ts');
 * code.name; // 'earnings-drift'
 */
export async function loadStrategy(file: string): Promise<StrategyCode> {
  const modules = await compileModules(file);
  const sandbox = startSandbox({ seed: 1, now: () => 0 });
  const { name, description, params } = sandbox.define(modules, TOP_LEVEL_MS);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    throw new RunError(
      'badStrategy',
      `${file}: its name is ${JSON.stringify(name)}: one word in kebab-case, such as 'earnings-drift'`,
    );
  }
  return {
    name,
    description: description ?? null,
    params: { ...params },
    codeHash: hashOf(modules),
    modules,
  };
}

function hashOf(modules: readonly StrategyModule[]): string {
  const hash = createHash('sha256');
  for (const { path, sourceHash } of modules) hash.update(`${path}\0${sourceHash}\n`);
  return hash.digest('hex');
}
