import { constants, createContext, runInContext, Script } from 'node:vm';
import { defineStrategy, type Strategy } from '@streakline/backtest';
import { seededRandom } from '@streakline/event-study';
import { RunError } from '../run-error';
import { importedPath, STRATEGY_API } from '../strategies/compile-modules';
import type { StrategyModule } from '../strategies/strategy-code';
import { errorText } from './place-of-error';
import { REPLAY_GLOBALS } from './replay-globals';

export interface SandboxOptions {
  /** Of Math.random. */
  readonly seed: number;
  /** What Date says, epoch milliseconds. */
  readonly now: () => number;
}

/** A world of its own for one run of a strategy. */
export interface Sandbox {
  /**
   * Evaluates a strategy's modules and gives the entry's default export.
   *
   * @throws RunError `badStrategy`, `importNotAllowed`, `timeLimit`
   */
  define(modules: readonly StrategyModule[], timeLimitMs: number): Strategy;
  /** Whether a promise was made in it. */
  owns(promise: object): boolean;
}

/** The Promise.prototype of every sandbox. */
const promises = new WeakSet<object>();

/** Whether a promise was made in any sandbox: what it comes to is no business of this process. */
export function isOfSandbox(promise: object): boolean {
  return promises.has(Object.getPrototypeOf(promise) as object);
}

/**
 * A global world with nothing of Node's in it: no process, files, network, timers or modules; its Date is the replay's
 * clock, its Math.random has a seed. It keeps a strategy from what it does not need, and every run like every other; it
 * is no wall against one that means harm, which is why no strategy comes over HTTP.
 */
export function startSandbox({ seed, now }: SandboxOptions): Sandbox {
  // An ordinary global object: reading it costs no interception.
  const world = createContext(constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
    // What waits on promises runs with the top level and within its time limit, and never after a handler has returned:
    // of a replay it is no part, and a row of promises without an end would never give the thread back.
    microtaskMode: 'afterEvaluate',
  });
  const prepare = runInContext(REPLAY_GLOBALS, world) as (clock: () => number, random: () => number) => void;
  const random = seededRandom(seed);
  prepare(now, () => random.uniform());
  const ofPromises = runInContext('Promise.prototype', world) as object;
  promises.add(ofPromises);
  return {
    define: (modules, timeLimitMs) => define(world, modules, timeLimitMs),
    owns: (promise) => Object.getPrototypeOf(promise) === ofPromises,
  };
}

type Evaluate = (module: { exports: unknown }, exports: unknown, require: (name: string) => unknown) => void;

function define(world: object, modules: readonly StrategyModule[], timeLimitMs: number): Strategy {
  const [entry] = modules;
  if (entry === undefined) throw new RunError('badStrategy', 'a strategy needs at least one file');
  const require_ = requireOf(world, modules);
  const exported = timed(world, () => require_(entry.path), modules, timeLimitMs);
  const strategy =
    typeof exported === 'object' && exported !== null && 'default' in exported ? exported.default : undefined;
  if (isStrategy(strategy)) return strategy;
  throw new RunError(
    'badStrategy',
    `${entry.path} has no strategy: end it with \`export default defineStrategy({ name: '...', ... })\``,
  );
}

function isStrategy(value: unknown): value is Strategy {
  return typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
}

/** Runs it within the time limit, which holds for scripts alone: the call is made by one. */
function timed<Answer>(world: object, work: () => Answer, modules: readonly StrategyModule[], ms: number): Answer {
  const call = runInContext('(work) => { globalThis.run = work; }', world) as (work: () => Answer) => void;
  call(work);
  try {
    return new Script('run()').runInContext(world, { timeout: ms }) as Answer;
  } catch (error) {
    if (error instanceof RunError) throw error;
    if (isTimeout(error)) {
      throw new RunError(
        'timeLimit',
        `${modules[0]?.path ?? ''}: its top level did not end within ${ms / 1000} s: leave the work to the handlers`,
      );
    }
    throw new RunError('badStrategy', errorText(error, modules), { cause: error });
  } finally {
    runInContext('delete globalThis.run', world);
  }
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}

function requireOf(world: object, modules: readonly StrategyModule[]): (path: string) => unknown {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const loaded = new Map<string, { exports: unknown }>();
  const load = (path: string): unknown => {
    const known = loaded.get(path);
    if (known) return known.exports;
    const module = { exports: emptyIn(world) };
    loaded.set(path, module);
    const source = byPath.get(path);
    if (source === undefined) throw new RunError('importNotAllowed', `${path} is no file of the strategy`);
    if (source.map === null) module.exports = runInContext(`(${source.code})`, world, { filename: path });
    else evaluate(world, source, module, (name) => required(path, name));
    return module.exports;
  };
  const required = (from: string, name: string): unknown => {
    if (name === STRATEGY_API) return API;
    const path = importedPath(from, name, byPath);
    if (path !== undefined) return load(path);
    throw new RunError(
      'importNotAllowed',
      `${from} asks for '${name}' while it runs: a strategy may import ${STRATEGY_API} and files of its own folder, by their plain names`,
    );
  };
  return load;
}

/** All that a strategy gets of us at run time; the rest are types. */
const API = Object.freeze({ defineStrategy });

function emptyIn(world: object): unknown {
  return runInContext('({})', world);
}

function evaluate(
  world: object,
  { path, code }: StrategyModule,
  module: { exports: unknown },
  require_: (name: string) => unknown,
): void {
  // On one line, so that the lines of the code stay those of its map.
  const wrapped = `(function (module, exports, require) {${code}\n})`;
  (runInContext(wrapped, world, { filename: path }) as Evaluate)(module, module.exports, require_);
}
