import type { ModelName } from '@streakline/event-study';
import type { FileStudy } from './file-study';

/** Models by the names that the command line knows. */
export const modelsByOption = {
  market: 'market',
  'market-adjusted': 'marketAdjusted',
  'mean-adjusted': 'meanAdjusted',
  factors: 'factors',
  'scholes-williams': 'scholesWilliams',
  dimson: 'dimson',
} as const satisfies Readonly<Record<string, ModelName>>;

export type ModelOption = keyof typeof modelsByOption;

/** Where a model's answer stands in the answer for all that apply. */
export const answerKeys = {
  market: 'market',
  marketAdjusted: 'marketAdj',
  meanAdjusted: 'meanAdj',
  factors: 'factor',
} as const satisfies Partial<Record<ModelName, string>>;

export type AppliedModel = keyof typeof answerKeys;

/** Without a choice: those that the files have the columns for; factors where there are others beside the market. */
export function modelsThatApply({ market, factors }: FileStudy): readonly AppliedModel[] {
  if (market === null) return ['meanAdjusted'];
  const others = factors.filter((name) => name !== market);
  return ['market', 'marketAdjusted', 'meanAdjusted', ...(others.length > 0 ? (['factors'] as const) : [])];
}

/** The columns that a model takes, the market first where it needs one. */
export function factorsOf(model: ModelName, { market, factors }: FileStudy): readonly string[] {
  if (model === 'factors') return factors;
  return market === null ? [] : [market];
}
