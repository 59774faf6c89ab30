import fc from 'fast-check';
import { differences, notNumbers } from '../../test/close-to';
import { hardCases, hardPanel } from '../../test/hard-cases';
import {
  expectedExtras,
  expectedStudies,
  syntheticEvents,
  syntheticOptions,
  syntheticPanel,
} from '../../test/synthetic-case';
import { calendarTimePortfolio } from '../calendar-time/calendar-time-portfolio';
import { buildPanel } from '../panel/build-panel';
import type { Panel } from '../panel/panel';
import { complete } from './progress';
import { runStudy } from './run-study';
import { testNames, type StudyResult, type TestName, type TestResult } from './study-result';

const panel = syntheticPanel('market');
const expected = expectedStudies.market;

function find(tests: readonly TestResult[], name: TestName): TestResult {
  return tests.find(({ test }) => test === name)!;
}

/** Statistic and p-value as the reference names them; those it lacks are left out. */
const REFERENCE_NAMES: Partial<Record<TestName, readonly [string, string?]>> = {
  crossSectional: ['csectT', 'csectP'],
  crudeDependence: ['cdaTDdof1'],
  bmp: ['bmpT', 'bmpPT'],
  adjustedBmp: ['adjBmpT'],
  skewnessCorrected: ['skewT'],
  corradoRank: ['rankZ'],
  grankT: ['grankT', 'grankP'],
  grankZ: ['grankZ', 'grankZP'],
  sign: ['signZ'],
  generalisedSign: ['gsignZ'],
};

function inReferenceNames(tests: readonly TestResult[]): Record<string, number | null> {
  return Object.fromEntries(
    tests.flatMap(({ test, statistic, pValue }) => {
      const [statisticName, pName] = REFERENCE_NAMES[test] ?? [];
      return [
        ...(statisticName === undefined ? [] : [[statisticName, statistic] as const]),
        ...(pName === undefined ? [] : [[pName, pValue] as const]),
      ];
    }),
  );
}

function picked(from: Record<string, unknown>, like: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(like).map((name) => [name, from[name]]));
}

describe('a study', () => {
  const result = complete(runStudy(panel, { permutations: 200, bootstrap: 400 }));

  it('says what it rests on', () => {
    expect(result).toMatchObject({ model: 'market', event: { from: -2, to: 4 }, n: expected.N });
    expect(differences(result.calendarTime, complete(calendarTimePortfolio(panel)))).toEqual([]);
    expect(result.firms).toBe(new Set(expected.events.map(({ firm }) => firm)).size);
    expect(differences(result.positiveShare, expectedStudies.market.pHatGsign)).toEqual([]);
    const pairs = (expected.N * (expected.N - 1)) / 2;
    expect(result.crossCorrelation).toMatchObject({ pairing: 'estimationOverlap', pairs, sampled: false });
    expect(differences(result.crossCorrelation.value, expected.rBarCalendar)).toEqual([]);
  });

  it('makes every test of every day and window, in one order', () => {
    const ofWindows = testNames.filter((name) => name !== 'bharCrossSectional' && name !== 'bharSkewnessCorrected');
    for (const { tests } of result.days) expect(tests.map(({ test }) => test)).toEqual(ofWindows);
    for (const { tests } of result.windows) expect(tests.map(({ test }) => test)).toEqual(testNames);
  });

  it('answers as another program does, day by day and over the window', () => {
    result.days.forEach(({ tests, aar, n }, day) => {
      const named = { ...inReferenceNames(tests), aar, n };
      expect(differences(named, picked(expected.days[day]!, named))).toEqual([]);
    });
    const { tests, caar } = result.windows[0]!;
    const named = { ...inReferenceNames(tests), caar, patellZScar: find(tests, 'patell').statistic };
    expect(differences(named, picked(expected.window, named))).toEqual([]);
  });

  it('weighs quiet firms more, and holds for the window, where asked', () => {
    const used = partOfCase((id) => expectedExtras.events.some(({ eventId }) => String(eventId) === id));
    const { aggregate } = expectedExtras;
    const [window] = complete(runStudy(used)).windows;
    expect(differences(window!.precisionWeightedCaar, aggregate.precisionWeightedCaar)).toEqual([]);
    expect(differences(window!.abhar, aggregate.abhar)).toEqual([]);
    expect(differences(find(window!.tests, 'bharCrossSectional').statistic, aggregate.abharCsectT)).toEqual([]);
    expect(differences(find(window!.tests, 'bharSkewnessCorrected').statistic, aggregate.abharSkewT)).toEqual([]);
  });

  it('draws the same again from the same seed', () => {
    expect(complete(runStudy(panel, { permutations: 200, bootstrap: 400 }))).toEqual(result);
    const other = complete(runStudy(panel, { permutations: 200, bootstrap: 400, seed: 2 }));
    expect(other.windows[0]!.interval).not.toEqual(result.windows[0]!.interval);
  });

  it('ends its curve at the CAAR of the whole window', () => {
    const { caar, lower, upper } = result.curve.at(-1)!;
    expect(caar).toBeCloseTo(result.windows[0]!.caar!, 14);
    expect(lower).toBeLessThan(caar!);
    expect(upper).toBeGreaterThan(caar!);
  });
});

/** The synthetic case with some of its events. */
function partOfCase(keep: (id: string) => boolean): Panel {
  return complete(
    buildPanel(
      syntheticEvents().filter(({ id }) => keep(id)),
      syntheticOptions('market'),
    ),
  );
}

describe('variants of a study', () => {
  it('are Patell by the sum of standardised returns, the divisor T - 2 and BMP at the normal', () => {
    const variants = {
      patellWindow: 'sumOfStandardised',
      crudeDependenceDivisor: 'T-2',
      bmpDistribution: 'normal',
    } as const;
    const result = complete(runStudy(panel, { variants }));
    const [window, day] = [result.windows[0]!.tests, result.days[0]!.tests];
    expect(differences(find(window, 'patell').statistic, expected.window['patellZSumSar'])).toEqual([]);
    expect(differences(find(window, 'adjustedPatell').statistic, expected.window['adjPatellZSumSar'])).toEqual([]);
    expect(differences(find(window, 'crudeDependence').statistic, expected.window['cdaTDdof2'])).toEqual([]);
    expect(find(window, 'crudeDependence').degreesOfFreedom).toBe(panel.estimationDays - 2);
    expect(differences(find(day, 'bmp').pValue, expected.days[0]!['bmpPZ'])).toEqual([]);
    expect(find(day, 'adjustedBmp').distribution).toBe('normal');
  });

  it('make only the tests asked for', () => {
    const { days, crossCorrelation } = complete(runStudy(panel, { tests: ['sign'] }));
    expect(days[0]!.tests.map(({ test }) => test)).toEqual(['sign']);
    expect(crossCorrelation.value).toBeNull();
  });

  it('refuse figures that make no sense', () => {
    expect(() => complete(runStudy(panel, { confidence: 95 }))).toThrow(RangeError);
    expect(() => complete(runStudy(panel, { permutations: -1 }))).toThrow(RangeError);
    expect(() => complete(runStudy(panel, { bootstrap: 0.5 }))).toThrow(RangeError);
  });
});

describe('a study at the edge of what can be computed', () => {
  it('of no events at all has nulls and their reasons', () => {
    const result = complete(
      runStudy(
        partOfCase(() => false),
        { permutations: 10, bootstrap: 10 },
      ),
    );
    expect(result).toMatchObject({ n: 0, firms: 0, positiveShare: null, calendarTime: null });
    expect(notNumbers(result)).toEqual([]);
    for (const { statistic, reason } of everyTest(result)) {
      expect(statistic).toBeNull();
      expect(reason).toMatch(/\w{3}/);
    }
  });

  it('of one event has the tests that take one, and says what the others take', () => {
    const { tests } = complete(runStudy(hardPanel(hardCases[0]!), { permutations: 100 })).windows[0]!;
    expect(find(tests, 'patell').pValue).toBeGreaterThan(0);
    expect(find(tests, 'permutation').pValue).toBeGreaterThan(0);
    expect(find(tests, 'crossSectional').reason).toBe(
      'It takes at least 2 events with a usable figure here; there is 1.',
    );
    expect(find(tests, 'adjustedPatell').reason).toBe('A mean correlation takes at least two events.');
  });

  it.each(hardCases)('never has a number that is none, and a reason for each null: $name', (hard) => {
    const result = complete(runStudy(hardPanel(hard), { permutations: 50, bootstrap: 50 }));
    expect(notNumbers(result)).toEqual([]);
    for (const { statistic, pValue, reason } of everyTest(result)) {
      expect(statistic === null).toBe(reason !== null);
      expect(pValue === null).toBe(reason !== null);
    }
  });

  it('leaves an event out of a window that a screen took it out of, and of nothing else', () => {
    const screened = partOfCase(() => true);
    const out = 1;
    screened.windowDays[out] = 0;
    screened.cumulative[out] = Number.NaN;
    screened.windowFactors[out] = Number.NaN;
    const [whole, without] = [complete(runStudy(panel)), complete(runStudy(screened))];
    expect(without.days).toEqual(whole.days);
    const [window] = without.windows;
    for (const { test, n } of window!.tests) expect({ test, n }).toEqual({ test, n: panel.n - 1 });
    const ranks = (result: StudyResult) => find(result.windows[0]!.tests, 'corradoRank').statistic;
    expect(ranks(without)).not.toBe(ranks(whole));
  });

  it('never has a number that is none, whatever the returns', () => {
    const returns = fc.array(fc.constantFrom(null, 0, 0.01, -0.01, 0.02), { minLength: 34, maxLength: 34 });
    fc.assert(
      fc.property(fc.array(returns, { minLength: 1, maxLength: 4 }), returns, (firms, market) => {
        const hard = {
          name: '',
          model: 'marketAdjusted',
          market,
          firms,
          day0: [30, 30, 31, 32],
          expected: null,
        } as const;
        const result = complete(runStudy(hardPanel(hard), { permutations: 5, bootstrap: 5 }));
        expect(notNumbers(result)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

function everyTest({ days, windows }: StudyResult): TestResult[] {
  return [...days, ...windows].flatMap(({ tests }) => tests);
}
