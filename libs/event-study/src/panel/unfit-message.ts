import type { StudyEvent, UnfitCode } from './panel';

const REASONS: Record<UnfitCode, string> = {
  tooFewEstimationDays:
    'has too few usable estimation days for the model: lengthen the estimation window or leave the event out',
  noFactorVariation: 'has a market that stood still over the estimation days: give another benchmark',
  collinearFactors: 'has factors that explain each other over the estimation days: leave one of them out',
  noResidualVariation:
    'has abnormal returns that do not vary over the estimation days (a price that never moved, or the benchmark itself): nothing can be judged by them',
  extremeValues: 'has values too large to compute with: check its returns',
};

/** One sentence on why the panel does without this event. */
export function unfitMessage({ id, firm }: StudyEvent, code: UnfitCode): string {
  return `Event ${id} of ${firm} ${REASONS[code]}.`;
}
