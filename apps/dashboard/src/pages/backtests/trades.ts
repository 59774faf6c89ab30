import type { Trade } from './run';

export const ORDERS_OF_TRADES = [
  ['entry', 'By time'],
  ['best', 'Best first'],
  ['worst', 'Worst first'],
] as const;
export type OrderOfTrades = (typeof ORDERS_OF_TRADES)[number][0];

export function isOrderOfTrades(text: string): text is OrderOfTrades {
  return ORDERS_OF_TRADES.some(([order]) => order === text);
}

/** By the session of entry, or by profit after costs. */
export function inOrder(trades: readonly Trade[], order: OrderOfTrades): readonly Trade[] {
  const sign = order === 'best' ? -1 : 1;
  return [...trades].sort((a, b) =>
    order === 'entry' ? a.entrySession.localeCompare(b.entrySession) : sign * (a.netProfit - b.netProfit),
  );
}
