import {
  BacktestError,
  type BacktestResult,
  type BacktestSettings,
  type DataLint,
  lintMarket,
  type Market,
  marketAsOf,
  openMarket,
  resolveSettings,
  runBacktest,
  type Strategy,
} from '@streakline/backtest';
import { marketInUse } from '../market/market-in-use';
import { packedOf, recordedAtOf, type SharedMarket } from '../market/shared-market';
import { RunError, type RunErrorCode } from '../run-error';
import { guardStrategy } from '../sandbox/guard-strategy';
import { startSandbox } from '../sandbox/sandbox';
import type { RunJob, RunRequest } from './run-job';
import type { Watch } from './watch';

/** A market out of shared memory, opened up to its position: whole, and the part of it that a run sees. */
export class OpenedMarket {
  readonly whole: Market;
  private latest: { readonly key: string; readonly market: Market };

  constructor(private readonly shared: SharedMarket) {
    this.whole = opened(shared);
    this.latest = { key: keyOf(shared), market: this.whole };
  }

  /** Opened once for runs that see the same. */
  inUse(settings: BacktestSettings): Market {
    const part = marketInUse(this.shared, settings);
    if (part === this.shared) return this.whole;
    const key = keyOf(part);
    if (key !== this.latest.key) this.latest = { key, market: opened(part) };
    return this.latest.market;
  }
}

function opened(market: SharedMarket): Market {
  return told(() => openMarket(packedOf(market), { asRecorded: market.position }));
}

function keyOf({ instruments }: SharedMarket): string {
  return instruments.map(({ instrumentId }) => instrumentId).join(' ');
}

/** What a market's data is found to be, without a replay. */
export function lintShared(market: SharedMarket): DataLint {
  return lintMarket(packedOf(market), { asRecorded: market.position, recordedAt: recordedAtOf(market) });
}

/** What a job's settings come to on a market. */
export function settingsOf(market: Market, { settings }: Pick<RunJob, 'settings'>): BacktestSettings {
  return told(() => resolveSettings(settings, market));
}

/**
 * Runs a strategy in a fresh sandbox, in this thread.
 *
 * @throws RunError where it cannot be run; what the strategy itself throws is in the result
 */
export function runStrategy(
  market: OpenedMarket,
  { job, timeLimitMs, stopBeforeCall }: RunRequest,
  watch: Watch,
): BacktestResult {
  const { code, params, asOf, hole } = job;
  const settings = settingsOf(market.whole, job);
  const inUse = market.inUse(settings);
  const seen = asOf === undefined ? inUse : told(() => marketAsOf(inUse, asOf));
  watch.reset(Date.parse(settings.from));
  const sandbox = startSandbox({ seed: settings.seed, now: () => watch.now });
  const strategy = watchState(guardStrategy(sandbox.define(code.modules, timeLimitMs), code.modules), watch);
  return told(() =>
    runBacktest(seen, strategy, {
      ...{ settings, observe: watch },
      ...(params !== undefined && { params }),
      ...(stopBeforeCall !== undefined && { stopBeforeCall }),
      ...(hole === true && { hole }),
    }),
  );
}

/** The engine tells of its calls of handlers; making the state comes before. */
function watchState(strategy: Strategy, watch: Watch): Strategy {
  const { state } = strategy;
  if (state === undefined) return strategy;
  const watched = () => {
    watch.makingState(true);
    try {
      return state();
    } finally {
      watch.makingState(false);
    }
  };
  return { ...strategy, state: watched };
}

const CODES: Readonly<Partial<Record<BacktestError['code'], RunErrorCode>>> = {
  badDefinition: 'badStrategy',
  badParams: 'badParams',
  badSettings: 'badSettings',
  badPrice: 'badMarket',
  unknownInstrument: 'unknownInstrument',
};

/** What the engine refuses before or beside the strategy's own doing is a RunError in its words. */
function told<Answer>(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof BacktestError)) throw error;
    throw new RunError(CODES[error.code] ?? 'badStrategy', error.message, { cause: error });
  }
}
