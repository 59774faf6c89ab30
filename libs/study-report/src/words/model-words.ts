import type { ModelName } from '@streakline/event-study';

/** A model by name, and what it takes for the normal return. */
export interface ModelWords {
  readonly name: string;
  readonly expects: string;
}

export const modelWords: Readonly<Record<ModelName, ModelWords>> = {
  meanAdjusted: {
    name: 'mean-adjusted model',
    expects: "each firm's mean return over its estimation window",
  },
  marketAdjusted: { name: 'market-adjusted model', expects: "the market's return of the same day" },
  market: {
    name: 'market model',
    expects: "a + b times the market's return, by least squares over the estimation window",
  },
  factors: {
    name: 'factor model',
    expects: "a linear function of the factors' returns, by least squares over the estimation window",
  },
  scholesWilliams: {
    name: 'Scholes-Williams model',
    expects: "a + b times the market's return, b corrected for trading at other times (Scholes and Williams 1977)",
  },
  dimson: {
    name: 'Dimson model',
    expects: "a + b times the market's return, b summed over neighbouring days (Dimson 1979)",
  },
};
