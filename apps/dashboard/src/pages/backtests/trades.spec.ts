import { inOrder, isOrderOfTrades } from './trades';
import type { Trade } from './run';

const trade = (entrySession: string, netProfit: number) => ({ entrySession, netProfit }) as Trade;
const trades = [trade('2026-01-05', 10), trade('2026-01-02', -7), trade('2026-01-08', 3)];
const profits = (order: 'entry' | 'best' | 'worst') => inOrder(trades, order).map(({ netProfit }) => netProfit);

describe('trades', () => {
  it('come by time, best or worst first', () => {
    expect(profits('entry')).toEqual([-7, 10, 3]);
    expect(profits('best')).toEqual([10, 3, -7]);
    expect(profits('worst')).toEqual([-7, 3, 10]);
  });

  it('know their orders by name, and no others', () => {
    expect(['entry', 'best', 'worst', 'random'].map(isOrderOfTrades)).toEqual([true, true, true, false]);
  });
});
