import type { TestName, TestResult } from '@streakline/event-study';
import { pValueText, statisticText } from './figures';
import { testWords } from './test-words';

/** Something that was tested: a day or a window. */
export interface Tested {
  readonly name: string;
  readonly tests: readonly TestResult[];
}

/** A test a row, what was tested a column. Tests that nobody answered are named apart, with their reasons. */
export interface TestTable {
  readonly heading: readonly string[];
  readonly rows: readonly { readonly test: TestName; readonly cells: readonly string[] }[];
  readonly unanswered: readonly string[];
}

export function testTable(tested: readonly Tested[]): TestTable {
  const names = [...new Set(tested.flatMap(({ tests }) => tests.map(({ test }) => test)))];
  const rows = names.map((test) => ({
    test,
    cells: [testWords[test].name, ...tested.map((each) => cellOf(each.tests.find((one) => one.test === test)))],
  }));
  return { heading: ['', ...tested.map(({ name }) => name)], rows, unanswered: reasonsOf(tested) };
}

function cellOf(result: TestResult | undefined): string {
  if (!result) return '';
  const { statistic, pValue } = result;
  // A permutation has a p-value and no statistic worth showing; others may lack a p-value by their convention.
  if (statistic === null) return pValueText(pValue);
  return `${statisticText(statistic)} (${pValueText(pValue)})`;
}

function reasonsOf(tested: readonly Tested[]): readonly string[] {
  const reasons = tested.flatMap(({ name, tests }) =>
    tests.flatMap(({ test, reason }) =>
      reason === null ? [] : [{ name, text: `${testWords[test].name}: ${reason}` }],
    ),
  );
  const places = new Map<string, string[]>();
  for (const { name, text } of reasons) places.set(text, [...(places.get(text) ?? []), name]);
  return [...places].map(([text, names]) => `${text} (${names.join(', ')})`);
}
