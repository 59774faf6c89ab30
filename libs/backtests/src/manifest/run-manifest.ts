import { createHash } from 'node:crypto';
import { type BacktestSettings, ENGINE_VERSION, type Params } from '@streakline/backtest';
import { dossiersProjection } from '@streakline/read-models';
import type { StrategyCode } from '../strategies/strategy-code';
import { streaklineVersion } from './streakline-version';

/** All that a run's result follows from: the same manifest, the same bytes. */
export interface RunManifest {
  readonly strategy: string;
  /** SHA-256 over all sources. */
  readonly codeHash: string;
  readonly files: readonly { readonly path: string; readonly sourceHash: string }[];
  /** Defaults included, as the settings'. */
  readonly params: Params;
  readonly settings: BacktestSettings;
  /** In the event store: nothing recorded later enters. */
  readonly position: number;
  readonly versions: {
    readonly streakline: string;
    /** Of the replay's rules. */
    readonly engine: number;
    /** Definition of the facts at rest that the market is read from. */
    readonly facts: number;
  };
}

/** The manifest of a run that was made, or is to be made. Parameters and settings are the resolved ones. */
export function manifestOf(
  code: StrategyCode,
  { params, settings }: { readonly params: Params; readonly settings: BacktestSettings },
  position: number,
): RunManifest {
  return {
    strategy: code.name,
    codeHash: code.codeHash,
    files: code.modules.map(({ path, sourceHash }) => ({ path, sourceHash })),
    params,
    settings,
    position,
    versions: { streakline: streaklineVersion(), engine: ENGINE_VERSION, facts: dossiersProjection.definition },
  };
}

/** `run_` and the first 32 hexadecimal digits of the manifest's SHA-256, its fields in the order of their names. */
export function runIdOf(manifest: RunManifest): string {
  return `run_${createHash('sha256')
    .update(JSON.stringify(canonical(manifest)))
    .digest('hex')
    .slice(0, 32)}`;
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, inner]) => [name, canonical(inner)]));
}
