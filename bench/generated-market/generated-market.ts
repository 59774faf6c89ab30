import { seededRandom, type SeededRandom } from '@streakline/event-study';
import { clusteredShocks } from '@streakline/generated-market';

export interface GeneratedInstrument {
  readonly beta: number;
  /** Standard deviation of its own daily shocks. */
  readonly ownSd: number;
  /** Simple daily returns, a session each. */
  readonly returns: Float64Array;
}

/** A market made of numbers alone, the same for a seed on every machine. */
export interface GeneratedMarket {
  /** Each session's days since 1970-01-01: Mondays to Fridays from 2015-01-05 on. */
  readonly days: Int32Array;
  /** The market's simple daily returns. */
  readonly market: Float64Array;
  readonly instruments: readonly GeneratedInstrument[];
}

export interface MarketSize {
  readonly seed: number;
  readonly instruments: number;
  readonly sessions: number;
}

/** 2015-01-05, a Monday. */
const FIRST_DAY = 16_440;
const INDUSTRIES = 10;
const MARKET = { drift: 0.0003, sd: 0.01, tails: 6, clustering: { shock: 0.08, memory: 0.9 } };
/** What instruments of an industry share beside the market: the correlation that a market model leaves between firms. */
const INDUSTRY = { sd: 0.01, tails: 6, clustering: { shock: 0.05, memory: 0.9 } };
const OWN = { leastSd: 0.01, mostSd: 0.03, tails: 5, clustering: { shock: 0.05, memory: 0.9 } };

/**
 * Daily returns as markets have them: one factor with betas from 0.5 to 1.5, industries that move together beside it, fat
 * tails, and calm and loud days in rows; nothing that an announcement did. Log returns are made and told as simple ones,
 * so that none falls below -100%.
 */
export function generateMarket({ seed, instruments, sessions }: MarketSize): GeneratedMarket {
  const random = seededRandom(seed);
  const log = clusteredShocks(random, sessions, MARKET.tails, MARKET.clustering);
  for (let day = 0; day < sessions; day++) log[day] = MARKET.drift + MARKET.sd * log[day]!;
  const industries = Array.from({ length: INDUSTRIES }, () =>
    clusteredShocks(random, sessions, INDUSTRY.tails, INDUSTRY.clustering),
  );
  return {
    days: Int32Array.from(
      { length: sessions },
      (_, session) => FIRST_DAY + 7 * Math.floor(session / 5) + (session % 5),
    ),
    market: log.map(Math.expm1),
    instruments: Array.from({ length: instruments }, (_, at) =>
      generateInstrument(random, log, industries[at % INDUSTRIES]!),
    ),
  };
}

function generateInstrument(random: SeededRandom, market: Float64Array, industry: Float64Array): GeneratedInstrument {
  const beta = 0.5 + random.uniform();
  const ownSd = OWN.leastSd + (OWN.mostSd - OWN.leastSd) * random.uniform();
  const returns = clusteredShocks(random, market.length, OWN.tails, OWN.clustering);
  for (let day = 0; day < returns.length; day++) {
    returns[day] = Math.expm1(beta * market[day]! + INDUSTRY.sd * industry[day]! + ownSd * returns[day]!);
  }
  return { beta, ownSd, returns };
}
