import type { EventResult, StudyResult, TestResult, WindowResult } from '@streakline/event-study';
import type { StudyDocument } from '../src';

function aTest(test: TestResult['test'], statistic: number | null, pValue: number | null): TestResult {
  const reason = statistic === null && pValue === null ? 'needs two events' : null;
  return { test, statistic, pValue, distribution: 'normal', degreesOfFreedom: null, n: 3, reason };
}

export function aWindow(from: number, to: number, more: Partial<WindowResult> = {}): WindowResult {
  return {
    ...{ from, to, n: 3, caar: 0.0275, interval: null, precisionWeightedCaar: 0.02, abhar: 0.0281, positive: 2 / 3 },
    tests: [aTest('patell', 2.848, 0.0044), aTest('adjustedBmp', 1.504, 0.1607), aTest('wilcoxon', null, null)],
    ...more,
  };
}

/** A result typed in by hand: three events, days -1 to +1, the second of which has no curve. */
export function aResult(more: Partial<StudyResult> = {}): StudyResult {
  return {
    ...{ model: 'market', estimation: { from: -105, to: -6 }, event: { from: -1, to: 1 }, n: 3, firms: 2 },
    variants: {
      patellWindow: 'standardisedCar',
      crudeDependenceDivisor: 'T-1',
      bmpDistribution: 't',
      crossCorrelation: 'estimationOverlap',
    },
    crossCorrelation: { value: 0.0928, pairing: 'estimationOverlap', pairs: 3, sampled: false, standardError: null },
    positiveShare: 0.49,
    days: [-1, 0, 1].map((day) => ({
      day,
      n: 3,
      aar: day / 100,
      positive: 1 / 3,
      tests: [aTest('grankT', -0.78, 3e-12)],
    })),
    windows: [aWindow(-1, 1), aWindow(0, 0)],
    curve: [
      { day: -1, caar: -0.01, lower: -0.03, upper: 0.01 },
      { day: 0, caar: null, lower: null, upper: null },
      { day: 1, caar: 0.0275, lower: 0.005, upper: 0.05 },
    ],
    calendarTime: null,
    ...more,
  };
}

export function anEvent(id: string, firm: string, ar: readonly (number | null)[]): EventResult {
  return {
    ...{ id, firm, group: null, observations: 100, coefficients: [0, 1], residualSd: 0.01, ar, sar: ar },
    windows: [{ from: -1, to: 1, car: 0.03, scar: 1.7, bhar: 0.031 }],
  };
}

export function aDocument(more: Partial<StudyDocument> = {}): StudyDocument {
  return {
    title: 'A study',
    about: ['Three events of two firms.'],
    studies: [{ result: aResult(), events: [anEvent('1', 'F1', [0.01, null, 0.02]), anEvent('2', 'F2', [0, 0, 0])] }],
    notes: ['event 2 (F2): thinTrading: its price does not move.'],
    ...more,
  };
}
