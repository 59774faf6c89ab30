import type { StudyTest, StudyWindow, TestName } from '../form/study-types';

/** How a test looks at the events. */
export type TestKind = 'parametric' | 'rank or sign' | 'buy and hold';

interface TestWords {
  readonly name: string;
  readonly kind: TestKind;
  readonly says: string;
}

/** The tests in the order in which a study makes them, each with what it does and what it assumes. */
export const tests: Readonly<Record<TestName, TestWords>> = {
  crossSectional: parametric(
    'Cross-sectional t',
    'Compares the average with how much the events differ. Heeds noise that rises on the day; assumes that events do not move together.',
  ),
  crudeDependence: parametric(
    'Crude dependence t',
    'Compares the average with the average’s own noise before. Heeds events that move together; assumes that noise does not rise on the day.',
  ),
  patell: parametric(
    'Patell z',
    'Standardises each event by its own noise, so that quiet shares count more. Assumes no clustering, and that noise does not rise on the day.',
  ),
  adjustedPatell: parametric(
    'Adjusted Patell z',
    'Patell’s, with the mean correlation between events taken in. Assumes that noise does not rise on the day.',
  ),
  bmp: parametric(
    'BMP t',
    'Standardises like Patell, then looks at how the events differ: noise may rise on the day. Assumes no clustering.',
  ),
  adjustedBmp: parametric(
    'Adjusted BMP t',
    'BMP’s, with the mean correlation between events taken in: for events that share days.',
  ),
  skewnessCorrected: parametric(
    'Skewness-corrected t',
    'The cross-sectional t, corrected for a long tail on one side. Assumes no clustering.',
  ),
  corradoRank: ranked(
    'Corrado rank',
    'Asks how day 0 ranks among each share’s own days. Assumes no normal distribution; weak over long windows.',
  ),
  corradoZivneyRank: ranked('Corrado-Zivney rank', 'Corrado’s, for noise that rises on the day.'),
  corradoZivneySign: ranked(
    'Corrado-Zivney sign',
    'Only whether each share did better or worse than on its median day.',
  ),
  grankT: ranked('GRANK-T', 'Ranks for windows too; heeds rising noise, and events that move together.'),
  grankZ: ranked('GRANK-Z', 'Ranks for windows too; heeds rising noise. Assumes no clustering.'),
  sign: ranked('Sign', 'Counts ups and downs, and expects as many of either.'),
  generalisedSign: ranked('Generalised sign', 'Counts ups and downs, and expects each share’s own part of up days.'),
  wilcoxon: ranked('Wilcoxon signed rank', 'Ranks the sizes of ups and downs. Assumes that both sides look alike.'),
  permutation: ranked(
    'Permutation',
    'Flips signs by chance, over and over, and counts how often as much comes out. No formula.',
  ),
  bharCrossSectional: held(
    'BHAR t',
    'What buying and holding earned beyond the benchmark, by how much the events differ.',
  ),
  bharSkewnessCorrected: held(
    'BHAR skewness-corrected t',
    'The same, corrected for the long tail that returns held have.',
  ),
};

function parametric(name: string, says: string): TestWords {
  return { name, kind: 'parametric', says };
}

function ranked(name: string, says: string): TestWords {
  return { name, kind: 'rank or sign', says };
}

function held(name: string, says: string): TestWords {
  return { name, kind: 'buy and hold', says };
}

export const testNames = Object.keys(tests) as readonly TestName[];
export const testKinds: readonly TestKind[] = ['parametric', 'rank or sign', 'buy and hold'];

/** Below it a test is said to be rare by chance; the level that most papers take. */
const LEVEL = 0.05;

/** What a p-value says, and no more: how often chance alone does as much, where the test's assumptions hold. */
export function chanceWords(pValue: number | null): string {
  if (pValue === null) return '';
  if (pValue < 0.001) return 'fewer than 1 in 1,000';
  if (pValue < 0.01) return `${Math.round(pValue * 1000)} in 1,000`;
  const inHundred = Math.round(pValue * 100);
  return inHundred === 100 ? 'nearly always' : `${inHundred} in 100`;
}

export function levelWords(pValue: number): string {
  return pValue < LEVEL ? 'below 5%: rare by chance' : 'not below 5%';
}

export function isRare({ pValue }: Pick<StudyTest, 'pValue'>): boolean {
  return pValue !== null && pValue < LEVEL;
}

/** A p-value: four decimals, or a bound where that says nothing. */
export function pText(pValue: number | null): string {
  if (pValue === null) return '–';
  return pValue < 0.0001 ? '< 0.0001' : pValue.toFixed(4);
}

/** How many tests of each kind find the window rare by chance, and whether the kinds agree. */
export function agreement(all: readonly StudyTest[]): readonly string[] {
  const counted = testKinds.flatMap((kind) => {
    const answered = all.filter(({ test, pValue }) => tests[test].kind === kind && pValue !== null);
    const rare = answered.filter(isRare).length;
    return answered.length === 0 ? [] : [{ kind, answered: answered.length, rare }];
  });
  if (counted.length === 0) return ['No test could be computed for this window.'];
  const share = counted.map(({ kind, answered, rare }) => `${rare} of ${answered} ${kind}`).join(', ');
  const answered = counted.reduce((sum, one) => sum + one.answered, 0);
  const rare = counted.reduce((sum, one) => sum + one.rare, 0);
  return [`Below 5%: ${share}.`, agreementWords(rare, answered)];
}

function agreementWords(rare: number, answered: number): string {
  if (rare === answered) return 'All tests agree: as much would be rare if the announcements did nothing.';
  if (rare === 0)
    return 'All tests agree: chance alone does as much often enough. That is no proof that there is nothing.';
  return 'The tests do not agree: see below which assumption would have to hold.';
}

/** The tests of events that move together, where they tell another story than the rest. */
export function caution({ tests: all, n }: Pick<StudyWindow, 'tests' | 'n'>, windows: number): readonly string[] {
  const plain = all.find(({ test }) => test === 'bmp');
  const adjusted = all.find(({ test }) => test === 'adjustedBmp');
  const differs = plain && adjusted && isRare(plain) && adjusted.pValue !== null && !isRare(adjusted);
  return [
    ...(differs
      ? [
          'With the correlation between events taken in, BMP is no longer below 5%: events that share days say less than they seem to.',
        ]
      : []),
    ...(n < 20 && n > 0 ? [`${n} ${n === 1 ? 'event is' : 'events are'} few: a test says little either way.`] : []),
    ...(windows > 1 ? [`${windows} windows were looked at; of twenty looks at nothing, one falls below 5%.`] : []),
  ];
}
