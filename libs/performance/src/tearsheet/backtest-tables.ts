import type { BacktestResult, PositionEvent, Trade } from '@streakline/backtest';
import type { TradingFigures } from '../backtest/trading-figures';
import { amountText, percentText, ratioText, shareText } from './figure-text';
import type { TearsheetTable } from './tearsheet';

/** More rows than this help nobody on a page: all of them are in the run's JSON and CSV. */
const MOST_ROWS = 1_000;

export function backtestTables(result: BacktestResult, trading: TradingFigures | null): readonly TearsheetTable[] {
  return [
    ...(trading === null ? [] : [tradingTable(trading)]),
    costsTable(result),
    ...unfilledTable(result),
    ...heldTable(result),
    ...delistingsTable(result),
    tradesTable(result),
  ];
}

function tradingTable(trading: TradingFigures): TearsheetTable {
  const sessions = trading.meanHolding === null ? '-' : `${ratioText(trading.meanHolding)} sessions`;
  const rows = [
    ['Turnover a year', ratioText(trading.turnover), 'half of all that was traded over the mean equity'],
    ['Gross exposure', shareText(trading.grossExposure), 'mean of longs and shorts over equity'],
    ['Net exposure', percentText(trading.netExposure), 'mean of longs less shorts over equity'],
    ['Time invested', shareText(trading.timeInvested), 'share of the sessions that closed with a position'],
    ['Trades', amountText(trading.trades, 0), `${trading.openTrades} of them open at the end`],
    ['Winning trades', shareText(trading.tradeHitRate), 'share of the closed trades with a profit after costs'],
    ['Profit factor', ratioText(trading.profitFactor), 'profits over losses of the closed trades'],
    ['Mean return of a trade', percentText(trading.meanTradeReturn), 'of the most that was invested in it'],
    ['Mean win, mean loss', `${percentText(trading.meanWin)}, ${percentText(trading.meanLoss)}`, 'the same'],
    ['Mean holding', sessions, 'of the closed trades'],
  ];
  return { caption: 'Trading', heading: ['', 'Figure', 'Counted as'], rows };
}

function costsTable({ costs, settings }: BacktestResult): TearsheetTable {
  const row = (name: string, value: number) => [name, amountText(value), percentText(value / settings.initialCash)];
  const rows = [
    row('Slippage', costs.slippage),
    row('Commission', costs.commission),
    row('Borrow fees', costs.borrow),
    row('Interest (earned is negative)', costs.interest),
  ];
  return { caption: `Costs, in ${settings.currency}`, heading: ['', 'Amount', 'Of the initial cash'], rows };
}

function unfilledTable({ counts }: BacktestResult): readonly TearsheetTable[] {
  const entries = Object.entries(counts.unfilled).map(([reason, count]) => [reason, amountText(count, 0)]);
  if (entries.length === 0) return [];
  const rows = [['all orders', amountText(counts.orders, 0)], ...entries];
  return [{ caption: 'Orders not filled, or not wholly, by reason', heading: ['Reason', 'Orders'], rows }];
}

/** What came to positions without an order, summed up by kind. */
function heldTable({ positionEvents, settings }: BacktestResult): readonly TearsheetTable[] {
  const kinds = new Map<PositionEvent['kind'], { count: number; cash: number }>();
  for (const { kind, cash } of positionEvents) {
    const sum = kinds.get(kind) ?? { count: 0, cash: 0 };
    kinds.set(kind, { count: sum.count + 1, cash: sum.cash + cash });
  }
  if (kinds.size === 0) return [];
  const rows = [...kinds].map(([kind, { count, cash }]) => [kind, amountText(count, 0), amountText(cash)]);
  return [{ caption: 'What happened to positions', heading: ['Kind', 'Times', `Cash, ${settings.currency}`], rows }];
}

function delistingsTable({ positionEvents }: BacktestResult): readonly TearsheetTable[] {
  const delisted = positionEvents.filter(({ kind }) => kind === 'delisting');
  if (delisted.length === 0) return [];
  const rows = delisted.map(({ ref, session, shares, cash, note }) => [
    ref,
    session,
    amountText(shares, 0),
    amountText(cash),
    note,
  ]);
  const heading = ['Instrument', 'Session', 'Shares', 'Cash', 'How it was valued'];
  return [limited({ caption: 'Positions that were delisted', heading, rows, isLong: true })];
}

function tradesTable({ trades }: BacktestResult): TearsheetTable {
  const heading = [
    ...['Instrument', 'Side', 'Entry', 'Exit', 'Sessions', 'Shares', 'Entry price', 'Exit price'],
    ...['Income', 'Costs', 'Net profit', 'Return', 'Tag', 'Ended by', 'Caused by positions'],
  ];
  return limited({ caption: 'Trades', heading, rows: trades.map(tradeRow), isLong: true });
}

function tradeRow(trade: Trade): readonly string[] {
  return [
    trade.ref,
    trade.side,
    trade.entrySession,
    trade.exitSession ?? 'open',
    amountText(trade.sessionsHeld, 0),
    amountText(trade.shares, Number.isInteger(trade.shares) ? 0 : 4),
    amountText(trade.entryPrice),
    amountText(trade.exitPrice),
    amountText(trade.income),
    amountText(trade.costs),
    amountText(trade.netProfit),
    percentText(trade.return),
    trade.tag ?? '',
    trade.exitReason,
    trade.causes.join(' '),
  ];
}

function limited(table: TearsheetTable): TearsheetTable {
  const all = table.rows.length;
  if (all <= MOST_ROWS) return { ...table, caption: `${table.caption} (${all})` };
  return {
    ...table,
    caption: `${table.caption}, the first ${MOST_ROWS} of ${all}`,
    rows: table.rows.slice(0, MOST_ROWS),
  };
}
