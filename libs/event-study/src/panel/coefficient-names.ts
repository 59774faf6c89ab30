import type { PanelOptions } from './panel';

/**
 * Names of a model's coefficients, in the order of EventResult.coefficients. `factors`: the factors' names, the market
 * first.
 */
export function coefficientNames({ model, dimson }: PanelOptions, factors: readonly string[]): readonly string[] {
  switch (model) {
    case 'meanAdjusted':
      return ['alpha'];
    case 'marketAdjusted':
      return [];
    case 'market':
      return ['alpha', 'beta'];
    case 'factors':
      return ['alpha', ...factors];
    case 'scholesWilliams':
      return ['alpha', 'beta', 'betaLag1', 'beta0', 'betaLead1', 'marketAutocorrelation'];
    case 'dimson':
      return ['alpha', 'beta', ...dimsonSlopes(dimson ?? { lags: 1, leads: 1 })];
  }
}

function dimsonSlopes({ lags, leads }: NonNullable<PanelOptions['dimson']>): readonly string[] {
  return Array.from({ length: lags + 1 + leads }, (_, place) => {
    const day = place - lags;
    if (day === 0) return 'beta0';
    return day < 0 ? `betaLag${-day}` : `betaLead${day}`;
  });
}
