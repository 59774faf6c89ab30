import type { BacktestSettings, Costs } from '../engine/settings';
import type { UnfilledReason } from '../strategy/context';
import { sharesFor, wholeShares } from './wanted-shares';

/** What a fill may rest on. */
export interface Means {
  readonly price: number;
  /** Signed shares held of the instrument. */
  readonly held: number;
  readonly cash: number;
  /** With the instrument's own position at `price`. */
  readonly equity: number;
  /** Absolute value of all other positions. */
  readonly otherExposure: number;
  /** Shares that the order may take of the auction; Infinity where no volume is on record. */
  readonly volumeCap: number;
}

type LimitSettings = Pick<BacktestSettings, 'costs' | 'leverage' | 'allowShort' | 'fractionalShares'>;

export interface Allowed {
  /** Signed. */
  readonly shares: number;
  readonly reason: UnfilledReason | null;
}

/**
 * How much of an order can be filled, and why not all of it. The part that makes a position smaller is never refused for
 * want of money; the part that opens one, or makes it larger, needs cash (where the run may not borrow) and may not take
 * gross exposure beyond the run's leverage, costs included.
 */
export function allowedShares(wanted: number, means: Means, settings: LimitSettings): Allowed {
  if (wanted === 0) return { shares: 0, reason: null };
  const size = Math.abs(wanted);
  let reason: UnfilledReason | null = means.volumeCap < size ? 'volumeCap' : null;
  const capped = Math.min(size, means.volumeCap);
  const closing = Math.sign(means.held) === -Math.sign(wanted) ? Math.min(capped, Math.abs(means.held)) : 0;
  // What is not limited stays as it is: the sum of its parts may differ from it in the last bit.
  let allowed = capped;
  if (capped > closing) {
    const limit = openingLimit(wanted > 0, closing, means, settings);
    if (limit.shares < capped - closing) [allowed, reason] = [closing + limit.shares, limit.reason];
  }
  const filled = settings.fractionalShares || allowed === Math.abs(means.held) ? allowed : wholeShares(allowed);
  if (filled === size) reason = null;
  else if (filled === 0) reason ??= 'lessThanOneShare';
  return { shares: Math.sign(wanted) * filled, reason };
}

function openingLimit(isBuy: boolean, closing: number, means: Means, settings: LimitSettings): Allowed {
  if (!isBuy && !settings.allowShort) return { shares: 0, reason: 'shortSale' };
  const byLeverage = Math.max(0, leverageLimit(closing, means, settings));
  if (!isBuy || settings.leverage > 1) return { shares: byLeverage, reason: 'leverage' };
  const byCash = Math.max(0, sharesFor(means.cash, means.price, settings.costs) - closing);
  // Without shorts both say the same, and cash is what a reader understands.
  if (byCash <= byLeverage * (1 + 1e-9)) return { shares: byCash, reason: 'insufficientCash' };
  return { shares: byLeverage, reason: 'leverage' };
}

/** The most shares q beyond `closing` for which others + held after + q x price <= leverage x (equity - costs). */
function leverageLimit(closing: number, means: Means, { leverage, costs }: LimitSettings): number {
  const { price, held, equity, otherExposure } = means;
  const kept = closing > 0 ? 0 : Math.abs(held) * price;
  const room = leverage * equity - otherExposure - kept;
  const atRate = limitAt(room, costs.slippageRate + costs.commissionRate, 0, closing);
  return Math.min(atRate, limitAt(room, costs.slippageRate, costs.commissionMinimum, closing));

  function limitAt(space: number, rate: number, fixed: number, left: number): number {
    return (space - leverage * (fixed + rate * price * left)) / (price * (1 + leverage * rate));
  }
}

/** Slippage and commission of a fill, in the currency. */
export function costsOf(shares: number, price: number, costs: Costs): { slippage: number; commission: number } {
  const value = Math.abs(shares) * price;
  const commission = shares === 0 ? 0 : Math.max(value * costs.commissionRate, costs.commissionMinimum);
  return { slippage: value * costs.slippageRate, commission };
}
