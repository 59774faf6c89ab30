import { type BacktestSettings, ENGINE_VERSION, type Params } from '@streakline/backtest';
import { dossiersProjection } from '@streakline/read-models';
import type { LogIdentity } from '../market/market-in-use';
import type { StrategyCode } from '../strategies/strategy-code';
import { contentId } from './content-id';
import { streaklineVersion } from './streakline-version';

/** All that a run's result follows from: the same manifest, the same bytes. */
export interface RunManifest extends LogIdentity {
  readonly strategy: string;
  /** SHA-256 over all sources. */
  readonly codeHash: string;
  readonly files: readonly { readonly path: string; readonly sourceHash: string }[];
  /** Defaults included, as the settings'. */
  readonly params: Params;
  readonly settings: BacktestSettings;
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
  { position, factsHash }: LogIdentity,
): RunManifest {
  return {
    strategy: code.name,
    codeHash: code.codeHash,
    files: code.modules.map(({ path, sourceHash }) => ({ path, sourceHash })),
    params,
    settings,
    position,
    factsHash,
    versions: { streakline: streaklineVersion(), engine: ENGINE_VERSION, facts: dossiersProjection.definition },
  };
}

/** `run_` and the first 32 hexadecimal digits of the manifest's SHA-256, its fields in the order of their names. */
export function runIdOf(manifest: RunManifest): string {
  return contentId('run', manifest);
}
