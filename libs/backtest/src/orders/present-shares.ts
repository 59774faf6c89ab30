import type { Known } from '@streakline/dossiers';
import type { Quantity } from '../strategy/context';
import type { PendingOrder } from './order-book';

/**
 * An order's quantity in the shares of its auction: one in shares that waits over a split is split with them, as brokers
 * do with open orders (FINRA Rule 5330). Who wanted to sell all of 100 shares wants to sell all of the 400 they became.
 */
export function presentShares({ asked, decidedAt, session }: PendingOrder, { splits, table }: Known): Quantity {
  if (splits.length === 0 || session === null || !('shares' in asked || 'toShares' in asked)) return asked;
  let factor = 1;
  for (const { exDate, from, to } of splits) {
    if (exDate <= session && table.eveOf(exDate) >= decidedAt) factor = (factor * to) / from;
  }
  if (factor === 1) return asked;
  return 'shares' in asked ? { shares: asked.shares * factor } : { toShares: asked.toShares * factor };
}
