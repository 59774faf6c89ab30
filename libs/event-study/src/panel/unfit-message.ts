import type { StudyEvent, UnfitCode } from './panel';

const REASONS: Record<UnfitCode, string> = {
  tooFewEstimationDays:
    'has too few usable estimation days for the model: lengthen the estimation window or leave the event out',
  noFactorVariation: 'has a market that stood still over the estimation days: give another benchmark',
  collinearFactors: 'has factors that explain each other over the estimation days: leave one of them out',
  reversingMarket:
    'has a market whose correlation with its previous day is -1/2 or lower over the estimation days, where the Scholes-Williams adjustment 1 + 2 x correlation has no meaning: take the market or the Dimson model',
  noResidualVariation:
    'has abnormal returns that do not vary over the estimation days (a price that never moved, or the benchmark itself): nothing can be judged by them',
  extremeValues: 'has values too large or too small to be squared: check its returns and factors',
};

/** One sentence on why the panel does without this event. */
export function unfitMessage({ id, firm }: StudyEvent, code: UnfitCode): string {
  return `Event ${id} of ${firm} ${REASONS[code]}.`;
}
