import type { BacktestResult, Trade } from '@streakline/backtest';
import { meanOf } from '../metrics/moments';

/** How much was traded and held, and how trades came out. Null where there is nothing to divide by. */
export interface TradingFigures {
  /** A year: half of all that was traded, over the mean equity. */
  readonly turnover: number | null;
  /** Mean over sessions of longs and shorts (absolute) over equity. */
  readonly grossExposure: number | null;
  /** Mean over sessions of longs less shorts over equity. */
  readonly netExposure: number | null;
  /** Share of the sessions that closed with a position. */
  readonly timeInvested: number | null;
  readonly trades: number;
  /** Trades still open at the end, valued at the last close. */
  readonly openTrades: number;
  /** Share of the closed trades whose profit after costs is above 0. */
  readonly tradeHitRate: number | null;
  /** Profits of the winning over losses of the losing closed trades, after costs. */
  readonly profitFactor: number | null;
  /** Means of the closed trades' returns. */
  readonly meanTradeReturn: number | null;
  readonly meanWin: number | null;
  readonly meanLoss: number | null;
  /** Sessions. */
  readonly meanHolding: number | null;
  /** Slippage, commission and borrow fees (not interest), over the initial cash. */
  readonly costShare: number;
}

export function tradingFigures(result: BacktestResult, periodsAYear: number): TradingFigures {
  const closed = result.trades.filter(({ exitSession }) => exitSession !== null);
  const { slippage, commission, borrow } = result.costs;
  return {
    ...exposures(result),
    turnover: turnover(result, periodsAYear),
    trades: result.trades.length,
    openTrades: result.trades.length - closed.length,
    ...outcomes(closed),
    costShare: (slippage + commission + borrow) / result.settings.initialCash,
  };
}

function turnover({ curve }: BacktestResult, periodsAYear: number): number | null {
  const traded = curve.traded.reduce((sum, one) => sum + one, 0);
  const equity = mean(curve.equity);
  if (equity === null || equity <= 0) return null;
  return ((traded / 2 / equity) * periodsAYear) / curve.sessions.length;
}

function exposures({ curve }: BacktestResult): Pick<TradingFigures, 'grossExposure' | 'netExposure' | 'timeInvested'> {
  const solvent = curve.sessions.flatMap((_, at) => {
    const equity = curve.equity[at]!;
    return equity > 0 ? [{ equity, long: curve.long[at]!, short: curve.short[at]! }] : [];
  });
  return {
    grossExposure: mean(solvent.map(({ equity, long, short }) => (long - short) / equity)),
    netExposure: mean(solvent.map(({ equity, long, short }) => (long + short) / equity)),
    timeInvested: mean(curve.openPositions.map((open) => (open > 0 ? 1 : 0))),
  };
}

function outcomes(
  closed: readonly Trade[],
): Pick<TradingFigures, 'tradeHitRate' | 'profitFactor' | 'meanTradeReturn' | 'meanWin' | 'meanLoss' | 'meanHolding'> {
  const won = closed.filter(({ netProfit }) => netProfit > 0);
  const lost = closed.filter(({ netProfit }) => netProfit < 0);
  const sum = (trades: readonly Trade[]) => trades.reduce((total, { netProfit }) => total + netProfit, 0);
  return {
    tradeHitRate: closed.length === 0 ? null : won.length / closed.length,
    profitFactor: lost.length === 0 ? null : sum(won) / -sum(lost),
    meanTradeReturn: mean(closed.map((trade) => trade.return)),
    meanWin: mean(won.map((trade) => trade.return)),
    meanLoss: mean(lost.map((trade) => trade.return)),
    meanHolding: mean(closed.map((trade) => trade.sessionsHeld)),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : meanOf(values);
}
