import { seededRandom } from '@streakline/event-study';
import { planted } from '../planted';
import { clusteredShocks } from './fat-tails';

/** What moves all companies, and what moves those of an industry: daily log returns, a session each. */
export interface MarketFactors {
  readonly market: Float64Array;
  readonly industries: readonly Float64Array[];
}

export const industryNames = [
  'Software',
  'Semiconductors',
  'Retail',
  'Banks',
  'Insurance',
  'Pharmaceuticals',
  'Energy',
  'Utilities',
  'Transport',
  'Food',
] as const;

/** Fat tails, and calm and loud days in rows (GARCH), with nothing that an announcement did. */
export function marketFactors(seed: number, sessions: number): MarketFactors {
  const random = seededRandom(seed);
  const { drift, sd } = planted.market;
  const market = clusteredShocks(random, sessions, 6, { shock: 0.08, memory: 0.9 }).map((shock) => drift + sd * shock);
  const industries = industryNames.map(() =>
    clusteredShocks(random, sessions, 6, { shock: 0.05, memory: 0.9 }).map((shock) => planted.industrySd * shock),
  );
  return { market, industries };
}
