import type { GroupComparison, GroupMean, GroupReport } from '@streakline/event-study';

const aMean = (group: string, mean: number | null): GroupMean => ({
  ...{ group, n: mean === null ? 1 : 2, mean, standardDeviation: 0.01 },
  ...{ t: mean === null ? null : 2.5, pValue: mean === null ? null : 0.02, lower: null, upper: null },
});

/** Typed in by hand: `beat` gains, `miss` has too few events. */
function aComparison(equalMeans: GroupComparison['equalMeans']): GroupComparison {
  const interval = { lower: -0.01, upper: 0.05 };
  const difference = { difference: 0.02, t: 1.5, degreesOfFreedom: 7.3, pValue: 0.18, holm: 0.18, ...interval };
  return {
    means: [aMean('beat', 0.03), aMean('miss', null)],
    differences: [{ group: 'beat', against: null, ...difference, reason: null }],
    equalMeans,
  };
}

export function aGroupReport(more: Partial<GroupReport> = {}): GroupReport {
  const equalMeans = { f: 3.21, df1: 2, df2: 8.25, pValue: 0.09, leftOut: [], reason: null };
  const figures = { abnormal: aComparison(equalMeans), standardised: aComparison(null) };
  return {
    ...{ variance: 'welch', confidence: 0.95, ungrouped: 1, days: [] },
    groups: [
      { name: 'beat', events: 2 },
      { name: '<miss>', events: 1 },
    ],
    windows: [{ from: 0, to: 1, ...figures }],
    ...more,
  };
}
