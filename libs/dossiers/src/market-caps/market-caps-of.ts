import type { Known } from '../known/known';
import { capColumnsOf, classCapColumnsOf } from './cap-columns';
import { companyOn } from './company';
import type { MarketCap } from './market-cap';

/** The market cap at every session's close. At each, only share counts known by then count, whatever became known later. */
export function marketCapsOf(known: Known): readonly MarketCap[] {
  const { count, adjustedShares, marketCap: ofClass } = classCapColumnsOf(known);
  const { marketCap: ofCompany } = capColumnsOf(known);
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
        classMarketCap: null,
        reason: 'noShareCount',
      };
    }
    const { shares, countedOn } = inForce;
    const isStale = Number.isNaN(ofClass[i]);
    const isUnknown = Number.isNaN(ofCompany[i]);
    return {
      session,
      close,
      shares,
      countedOn,
      adjustedShares: adjustedShares[i]!,
      marketCap: isUnknown ? null : ofCompany[i]!,
      classMarketCap: isStale ? null : ofClass[i]!,
      reason: isStale ? 'staleShareCount' : isUnknown ? whyNoCompany(known, session) : null,
    };
  });
}

function whyNoCompany(known: Known, session: string): MarketCap['reason'] {
  const company = companyOn(known, session);
  return typeof company === 'string' ? company : 'otherClassMissing';
}
