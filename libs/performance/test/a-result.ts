import { type BacktestResult, DEFAULT_COSTS } from '@streakline/backtest';

const trade: BacktestResult['trades'][number] = {
  instrumentId: 'ins_00000000000000000000000000000001',
  ref: 'XNYS:AAA',
  side: 'long',
  entrySession: '2026-01-05',
  exitSession: '2026-01-06',
  shares: 100,
  entryPrice: 50,
  exitPrice: 53,
  income: 0,
  costs: 100,
  grossProfit: 300,
  netProfit: 200,
  return: 0.04,
  sessionsHeld: 1,
  exitReason: 'order',
  tag: 'good',
  orderIds: [1, 2],
  causes: [12, 17],
};

const settings: BacktestResult['settings'] = {
  ...{ from: '2026-01-02', to: '2026-01-08', initialCash: 10_000, currency: 'USD', universe: null, benchmark: null },
  ...{ fillAt: 'open', latencyMs: 300_000, maxVolumeShare: 0.05, fractionalShares: false, leverage: 1 },
  ...{ allowShort: true, delistingReturn: -0.3, costs: DEFAULT_COSTS, seed: 1, riskFreeRate: 0 },
};

/** Four sessions: 10,000 became 10,200 after costs and 10,300 before them, the benchmark gained one percent. */
export function aResult(others: Partial<BacktestResult> = {}): BacktestResult {
  return {
    strategy: 'a-strategy',
    params: { hold: 1 },
    settings,
    state: 'done',
    failure: null,
    curve: {
      sessions: ['2026-01-02', '2026-01-05', '2026-01-06', '2026-01-07'],
      equity: [10_000, 10_100, 10_050, 10_200],
      grossEquity: [10_000, 10_150, 10_125, 10_300],
      cash: [10_000, 5_000, 10_050, 10_200],
      long: [0, 5_100, 0, 0],
      short: [0, 0, 0, 0],
      traded: [0, 5_000, 5_300, 0],
      openPositions: [0, 1, 0, 0],
      benchmark: [1.01, 1, 1.02, 1.01],
    },
    orders: [],
    trades: [trade],
    positionEvents: [],
    universe: { traded: 3, tradingAtStart: 2, tradingAtEnd: 2, delisted: 1 },
    costs: { slippage: 60, commission: 40, borrow: 0, interest: 0 },
    counts: { bars: 12, announcements: 1, orders: 4, unfilled: { noOpen: 2 } },
    log: [],
    staleMarks: [],
    warnings: [],
    ...others,
  };
}
