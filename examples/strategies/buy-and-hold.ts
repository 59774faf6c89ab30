import { defineStrategy } from '@streakline/backtest';

/**
 * Buys everything that trades once, each with an equal share of the money, and never sells: what any other strategy on
 * the same market has to beat after its costs. Dividends are kept as cash.
 *
 *     npx streakline backtest run examples/strategies/buy-and-hold.ts --from 2020-01-01 --to 2025-12-31
 */
export default defineStrategy({
  name: 'buy-and-hold',
  description: 'Buys everything once, in equal parts, and never sells.',
  params: {
    // Share of the money that is spent: what is left pays for costs, and for opens above the closes of the day before.
    invested: 0.98,
  },
  // A run begins with this state, and may change it.
  state: () => ({ hasBought: false }),

  // After each close. Orders placed here are filled at the next open.
  onSession(context) {
    const { instruments, params, portfolio, state } = context;
    if (state.hasBought || instruments.length === 0) return;
    const value = (portfolio.equity * params.invested) / instruments.length;
    for (const instrument of instruments) context.order(instrument, { value });
    state.hasBought = true;
  },
});
