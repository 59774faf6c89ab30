import type { BacktestSettings, Costs } from '../engine/settings';
import type { Quantity } from '../strategy/context';

/** What an order's size may depend on. */
export interface Terms {
  /** As traded; null: there is none, and what depends on it cannot be told. */
  readonly price: number | null;
  /** Signed. */
  readonly held: number;
  /** At the last marking before the auction. */
  readonly equity: number;
}

type SizeSettings = Pick<BacktestSettings, 'costs' | 'fractionalShares'>;

/** Signed shares that an order asks for, whole ones unless fractions are traded; null where there is no price to tell by. */
export function wantedShares(quantity: Quantity, terms: Terms, settings: SizeSettings): number | null {
  const exact = exactShares(quantity, terms, settings.costs);
  if (exact === null || settings.fractionalShares || exact === -terms.held) return exact;
  return wholeShares(exact);
}

// A quotient that should be whole may come out a little below it.
const ROUNDING = 1e-9;

/** Towards zero. */
export function wholeShares(shares: number): number {
  return Math.trunc(shares + Math.sign(shares) * ROUNDING);
}

function exactShares(quantity: Quantity, { price, held, equity }: Terms, costs: Costs): number | null {
  if ('shares' in quantity) return quantity.shares;
  if ('toShares' in quantity) return quantity.toShares - held;
  if (price === null) return null;
  if ('value' in quantity) return sharesWorth(quantity.value, price, costs);
  const target = 'toValue' in quantity ? quantity.toValue : quantity.toWeight * equity;
  return target === 0 ? -held : sharesWorth(target - held * price, price, costs);
}

/** A purchase takes its costs out of its value; a sale is of shares worth its value. */
function sharesWorth(value: number, price: number, costs: Costs): number {
  return value <= 0 ? value / price : sharesFor(value, price, costs);
}

/** Shares that an amount of cash buys, slippage and commission included. */
export function sharesFor(
  cash: number,
  price: number,
  { slippageRate, commissionRate, commissionMinimum }: Costs,
): number {
  const atRate = cash / (price * (1 + slippageRate + commissionRate));
  const atMinimum = (cash - commissionMinimum) / (price * (1 + slippageRate));
  return Math.max(0, Math.min(atRate, atMinimum));
}
