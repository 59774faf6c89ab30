import { SourceMap } from 'node:module';
import type { StrategyModule } from '../strategies/strategy-code';

/** What a module's code begins with when it is evaluated, all on its first line. */
const WRAPPER = '(function (module, exports, require) {';

/** An error of a strategy's code in words, with its place in the TypeScript: `x is not a function (drift.ts:12:5)`. */
export function errorText(error: unknown, modules: readonly StrategyModule[]): string {
  const message = messageOf(error);
  const place = placeOf(error, modules);
  return place === undefined ? message : `${message} (${place})`;
}

/** Errors of the sandbox's world are no instances of this world's Error. */
function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return `it threw ${String(error)}`;
  const name = 'name' in error && typeof error.name === 'string' ? error.name : 'Error';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : '';
  return name === 'Error' || name === 'RunError' || name === 'StrategyError' || name === 'LookAheadError'
    ? message
    : `${name}: ${message}`;
}

/** The topmost line of a strategy's own in the error's stack. */
function placeOf(error: unknown, modules: readonly StrategyModule[]): string | undefined {
  const stack =
    typeof error === 'object' && error !== null && 'stack' in error && typeof error.stack === 'string'
      ? error.stack
      : '';
  for (const [, path, line, column] of stack.matchAll(/(?:\(|at )([^\s()]+\.ts):(\d+):(\d+)\)?/g)) {
    const module = modules.find((each) => each.path === path);
    if (module) return originalPlace(module, Number(line), Number(column));
  }
  return undefined;
}

function originalPlace({ path, map }: StrategyModule, line: number, column: number): string | undefined {
  if (map === null) return path;
  const shift = line === 1 ? WRAPPER.length : 0;
  const entry = new SourceMap(JSON.parse(map) as ConstructorParameters<typeof SourceMap>[0]).findEntry(
    line - 1,
    column - 1 - shift,
  );
  return 'originalLine' in entry ? `${path}:${entry.originalLine + 1}:${entry.originalColumn + 1}` : path;
}
