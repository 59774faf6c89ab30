import { isRefusal, refuse, type Refusal } from '@streakline/event-store';
import type { ReadView } from '@streakline/projections';
import { resolveRef } from '@streakline/read-models';
import type { FinishedStudy, StudyKind, StudyOutcome } from '@streakline/studies';
import type { Pool } from 'pg';
import type { Strategies } from '../installed/strategies';
import { loadingSteps } from '../market/load-market';
import type { SharedMarket } from '../market/shared-market';
import { RunError } from '../run-error';
import { RunStore } from '../runs/run-store';
import { chosenParams } from '../strategies/chosen-params';
import type { StrategyCode } from '../strategies/strategy-code';
import { type BacktestAnswer, tradeColumns } from './backtest-answer';
import { type BacktestRequest, backtestRequestSchema } from './backtest-request';
import { runningSteps, type StepProgress } from './running-steps';

export interface BacktestKindParts {
  readonly pool: Pool;
  readonly strategies: Strategies;
}

interface Gathered {
  readonly code: StrategyCode;
  readonly market: SharedMarket;
}

export type BacktestKind = StudyKind<BacktestRequest, Gathered, BacktestAnswer, never>;
type Finished = FinishedStudy<BacktestRequest, BacktestAnswer>;

export const BACKTESTS_PATH = '/v1/backtests';

/** Backtests as jobs: asked for over HTTP, of installed strategies, run in a thread of their own. */
export function backtestKind({ pool, strategies }: BacktestKindParts): BacktestKind {
  return {
    name: 'backtest',
    noun: 'backtest',
    path: BACKTESTS_PATH,
    requestSchema: backtestRequestSchema,
    resolve: (view, request) => resolve(view, request, strategies),
    gather: (view, request, position) => gather(view, request, position, strategies),
    compute: ({ code, market }, request) => compute({ code, market, pool }, request),
    table: ({ result }) => ({ columns: tradeColumns, rows: result.backtest.trades }),
    columns: () => [],
    renderings: {
      'text/html': async ({ result }: Finished) => (await import('../tearsheet/tearsheet-of')).htmlOf(shown(result)),
      'text/plain': async ({ result }: Finished) => (await import('../tearsheet/tearsheet-of')).textOf(shown(result)),
    },
  };
}

const shown = ({ backtest, ...rest }: BacktestAnswer) => ({ ...rest, result: backtest });

async function resolve(
  view: ReadView,
  request: BacktestRequest,
  strategies: Strategies,
): Promise<BacktestRequest | Refusal> {
  const code = await strategies.find(request.strategy);
  if (isRefusal(code)) return code;
  const settings = await settingsWithIds(view, request.settings);
  if (isRefusal(settings)) return settings;
  try {
    const params = chosenParams(code, request.params);
    return { strategy: code.name, params, settings, codeHash: code.codeHash };
  } catch (error) {
    return refusalOf(error, '/params');
  }
}

/** Refs as ids: a name may mean another instrument tomorrow. */
async function settingsWithIds(
  view: ReadView,
  settings: BacktestRequest['settings'],
): Promise<BacktestRequest['settings'] | Refusal> {
  const { universe, benchmark } = settings;
  const ids: string[] = [];
  for (const [place, ref] of (universe ?? []).entries()) {
    const id = await resolveRef(view, ref);
    if (isRefusal(id)) return at(id, `/settings/universe/${place}`);
    ids.push(id);
  }
  const against = benchmark === null || benchmark === undefined ? benchmark : await resolveRef(view, benchmark);
  if (isRefusal(against)) return at(against, '/settings/benchmark');
  return {
    ...settings,
    ...(universe && { universe: ids }),
    ...(against !== undefined && { benchmark: against }),
  };
}

function at(refusal: Refusal, pointer: string): Refusal {
  return refuse('invalid', refusal.code, refusal.detail, [{ pointer, detail: refusal.detail }]);
}

async function* gather(
  view: ReadView,
  { strategy, codeHash, settings }: BacktestRequest,
  position: number,
  strategies: Strategies,
): AsyncGenerator<StepProgress, Gathered | Refusal, void> {
  const code = await strategies.find(strategy);
  if (isRefusal(code)) return code;
  if (code.codeHash !== codeHash) return changed(strategy);
  try {
    const { universe, benchmark } = settings;
    return { code, market: yield* loadingSteps(view, { universe, benchmark, position }) };
  } catch (error) {
    return refusalOf(error, '/settings');
  }
}

async function* compute(
  { code, market, pool }: Gathered & { readonly pool: Pool },
  { params, settings }: BacktestRequest,
): AsyncGenerator<StepProgress, StudyOutcome<BacktestAnswer, never> | Refusal, void> {
  try {
    const { result, manifest, data } = yield* runningSteps({ code, market, job: { code, params, settings } });
    const { runId } = await new RunStore(pool).keep({ manifest, result, data });
    const { backtestPerformance } = await import('@streakline/performance');
    const answer = { runId, manifest, data, performance: backtestPerformance(result), backtest: result };
    return { result: answer, rows: [], rowCount: 0 };
  } catch (error) {
    return refusalOf(error, '/settings');
  }
}

/** What cannot be run as it was asked for is told to whoever asked; anything else is unexpected. */
function refusalOf(error: unknown, pointer: string): Refusal {
  if (!(error instanceof RunError)) throw error;
  const { code, message } = error;
  return refuse('invalid', code, message, [{ pointer, detail: message }]);
}

function changed(strategy: string): Refusal {
  const detail = `The code of ${strategy} is another one than when this was asked for: ask again, for the one that is installed now.`;
  return refuse('conflict', 'strategyChanged', detail, [{ pointer: '/strategy', detail }]);
}
