import type { BacktestResult, BacktestSettings, Params, Trade } from '@streakline/backtest';
import type { RunStore, StrategyCode } from '@streakline/backtests';
import { exchange } from '@streakline/market-time';
import type { Trial, TrialRunner } from '../src';

/** A strategy that exists on paper alone: its returns are a formula, so that a spec knows them. */
export const PAPER: StrategyCode = {
  name: 'paper',
  description: null,
  params: { tilt: 0, noise: 1 },
  codeHash: 'c'.repeat(64),
  modules: [],
};

export const SETTINGS: BacktestSettings = {
  ...{ from: '2021-01-01', to: '2022-01-01', initialCash: 100_000, currency: 'USD', universe: null, benchmark: null },
  ...{ fillAt: 'open', latencyMs: 300_000, maxVolumeShare: 0.05, fractionalShares: false, leverage: 1 },
  ...{ allowShort: true, delistingReturn: -0.3, seed: 1, riskFreeRate: 0 },
  costs: {
    ...{ commissionRate: 0, commissionMinimum: 0, slippageRate: 0, borrowRate: 0, cashRate: 0, debitRate: 0 },
  },
};

/** Keeps made-up runs: the daily return of a session by a formula of parameters and date. Counts what it was asked for. */
export class PaperRunner implements TrialRunner {
  readonly ran: string[] = [];
  /** After so many runs it fails, as a power cut would. */
  breaksAfter = Infinity;
  /** Session of the entry of a position that its run's end finds open; null: none. */
  openFrom: (params: Params) => string | null = () => null;

  constructor(
    private readonly runs: RunStore,
    private readonly dailyReturn: (params: Params, session: string, i: number) => number,
  ) {}

  async run(trials: readonly Trial[], { ended }: { ended: (trial: Trial) => void }): Promise<void> {
    for (const trial of trials) {
      if (this.ran.length >= this.breaksAfter) throw new Error('the lights went out');
      this.ran.push(trial.runId);
      const { manifest } = trial;
      await this.runs.keep({ manifest, result: this.resultOf(manifest), withResult: trial.part === 'test' });
      ended(trial);
    }
  }

  private resultOf({ params, settings }: { params: Params; settings: BacktestSettings }): BacktestResult {
    const sessions = exchange('XNYS')
      .sessions(settings.from, settings.to)
      .filter((session) => session < settings.to);
    let equity = settings.initialCash;
    const curve = sessions.map((session, i) => (equity *= 1 + this.dailyReturn(params, session, i)));
    const zeros = sessions.map(() => 0);
    const isBroken = params['noise'] === 0;
    const failure = {
      ...{ code: 'strategyThrew', message: 'no noise', at: 0, session: null, handler: 'onStart' },
      ...{ instrument: null, position: null },
    };
    return {
      ...{ strategy: 'paper', params, settings },
      ...(isBroken ? { state: 'failed', failure } : { state: 'done', failure: null }),
      curve: {
        ...{ sessions, equity: curve, grossEquity: curve, cash: curve, long: zeros, short: zeros, traded: zeros },
        ...{ openPositions: zeros, benchmark: null },
      },
      ...{
        orders: [],
        trades: openTrade(this.openFrom(params)),
        positionEvents: [],
        log: [],
        warnings: [],
        staleMarks: [],
      },
      universe: { traded: 0, tradingAtStart: 0, tradingAtEnd: 0, delisted: 0 },
      costs: { slippage: 0, commission: 0, borrow: 0, interest: 0 },
      counts: { bars: 0, announcements: 0, orders: 0, unfilled: {} },
    };
  }
}

function openTrade(entrySession: string | null): readonly Trade[] {
  if (entrySession === null) return [];
  return [
    {
      ...{ instrumentId: 'ins_1', ref: 'XNYS:ONE', side: 'long', entrySession, exitSession: null, shares: 1 },
      ...{ entryPrice: 1, exitPrice: null, income: 0, costs: 0, grossProfit: 0, netProfit: 0, return: 0 },
      ...{ sessionsHeld: 1, exitReason: 'open', tag: null, orderIds: [], causes: [] },
    },
  ];
}
