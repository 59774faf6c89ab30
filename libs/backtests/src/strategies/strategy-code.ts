import type { Params } from '@streakline/backtest';

/** One source file of a strategy, compiled. Plain data: it can be sent to another thread, or stored. */
export interface StrategyModule {
  /** Relative to the folder of the strategy's file, with slashes, such as `earnings-drift.ts`. */
  readonly path: string;
  /** JavaScript, CommonJS. */
  readonly code: string;
  /** Source map (version 3) of it as JSON; null for data. */
  readonly map: string | null;
  /** SHA-256 of the source as it lies in the file, hexadecimal. */
  readonly sourceHash: string;
}

/** A strategy's files, compiled and looked into, and not running yet. */
export interface StrategyCode {
  /** Its own name, in kebab-case. */
  readonly name: string;
  readonly description: string | null;
  /** Parameters and their defaults. */
  readonly params: Params;
  /** SHA-256 over the paths and sources of all its files, hexadecimal: what was run, for ever. */
  readonly codeHash: string;
  /** The entry first. */
  readonly modules: readonly StrategyModule[];
}
