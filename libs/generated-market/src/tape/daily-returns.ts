import type { SeededRandom } from '@streakline/event-study';
import type { Company } from '../company/company';
import type { Effects } from '../news/effects';
import { planted } from '../planted';
import { clusteredShocks } from '../returns/fat-tails';
import type { MarketFactors } from '../returns/market-factors';

/** Log returns of one session, before anything a share gives. */
export interface DailyReturn {
  /** From the close before to the open. */
  readonly overnight: number;
  readonly intraday: number;
}

/** Of what moves a price by chance, the part that does before the open. */
const OVERNIGHT_SHARE = 0.3;
const TAILS = 5;
const CLUSTERING = { shock: 0.05, memory: 0.9 };
/** What a company that fails loses each session, and how much louder it is. */
const FAILING = { drift: -0.012, louder: 2 };

/** A company's returns over its life: beta times the market's, its industry's, its own, and what its announcements did. */
export function dailyReturns(
  random: SeededRandom,
  company: Company,
  factors: MarketFactors,
  effects: Effects,
): (place: number) => DailyReturn {
  const { beta, ownSd, industry, life } = company;
  const own = clusteredShocks(random, factors.market.length, TAILS, CLUSTERING);
  const fails = life.ending?.kind === 'failure' ? life.ending.from : Infinity;
  const industrys = factors.industries[industry]!;
  // The exponential of a symmetric shock is above one in the mean: without this, noise alone would pay.
  const bias = -(ownSd ** 2 + planted.industrySd ** 2) / 2;
  return (place) => {
    const isFailing = place >= fails;
    const shock = ownSd * own[place]! * (isFailing ? FAILING.louder : 1);
    const chance = beta * factors.market[place]! + industrys[place]! + shock + bias + (isFailing ? FAILING.drift : 0);
    return {
      overnight: OVERNIGHT_SHARE * chance + effects.overnight[place]!,
      intraday: (1 - OVERNIGHT_SHARE) * chance + effects.intraday[place]!,
    };
  };
}
