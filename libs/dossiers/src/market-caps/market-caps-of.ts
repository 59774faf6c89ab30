import type { Known } from '../known/known';
import { capColumnsOf } from './cap-columns';
import type { MarketCap } from './market-cap';

/** The market cap at every session's close. At each, only share counts known by then count, whatever became known later. */
export function marketCapsOf(known: Known): readonly MarketCap[] {
  const { count, adjustedShares, marketCap } = capColumnsOf(known);
  return known.sessions.map((session, i) => {
    const close = known.close[i]!;
    const inForce = known.shareCounts[count[i]!];
    if (inForce === undefined) {
      return {
        session,
        close,
        shares: null,
        countedOn: null,
        adjustedShares: null,
        marketCap: null,
        reason: 'noShareCount',
      };
    }
    const { shares, countedOn } = inForce;
    const isStale = Number.isNaN(marketCap[i]);
    return {
      session,
      close,
      shares,
      countedOn,
      adjustedShares: adjustedShares[i]!,
      marketCap: isStale ? null : marketCap[i]!,
      reason: isStale ? 'staleShareCount' : null,
    };
  });
}
