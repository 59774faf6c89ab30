import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Strategy } from '@streakline/backtest';
import { RunError } from '../run-error';
import { errorText } from '../sandbox/place-of-error';
import { isOfSandbox, startSandbox } from '../sandbox/sandbox';
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
  const { name, description, params } = await definedBy(modules);
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

/** Runs the top level. A promise of it that fails would end this process, as any that nobody looks at does. */
async function definedBy(modules: readonly StrategyModule[]): Promise<Strategy> {
  const sandbox = startSandbox({ seed: 1, now: () => 0 });
  const failures: unknown[] = [];
  const onFailure = (reason: unknown, promise: Promise<unknown>) => {
    if (sandbox.owns(promise)) failures.push(reason);
    else if (!isOfSandbox(promise)) throw reason instanceof Error ? reason : new Error(String(reason));
  };
  process.on('unhandledRejection', onFailure);
  let strategy: Strategy;
  try {
    strategy = sandbox.define(modules, TOP_LEVEL_MS);
  } finally {
    // Node tells of them when this turn is over.
    await setImmediate();
    process.off('unhandledRejection', onFailure);
  }
  if (failures.length === 0) return strategy;
  const message = `a promise of its top level failed: ${errorText(failures[0], modules)}`;
  throw new RunError('badStrategy', `${modules[0]?.path ?? ''}: ${message}`);
}

function hashOf(modules: readonly StrategyModule[]): string {
  const hash = createHash('sha256');
  for (const { path, sourceHash } of modules) hash.update(`${path}\0${sourceHash}\n`);
  return hash.digest('hex');
}
