import type { ReferenceForm, StudyResult } from '@streakline/event-study';
import { testWords } from '@streakline/study-report';

/**
 * Whether a test of a day or of the window in the reference form, which does not say why, has no answer. Wilcoxon's has
 * one of two p-values: that it has no exact one is no gap.
 */
export function hasGaps({ days, window }: ReferenceForm): boolean {
  return [...days, window].some((one) => Object.values(one).includes(null) || one.wilcoxon.z === null);
}

/**
 * Tests without an answer, by their reason, those that never have one first; null where all answer. How many events a
 * day or window has is left out of the reasons, which else would differ from day to day.
 */
export function unansweredTests({ days, windows }: StudyResult): string | null {
  const results = [...days, ...windows].flatMap(({ tests }) => tests);
  const answered = new Set(results.filter(({ statistic }) => statistic !== null).map(({ test }) => test));
  const [always, sometimes] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  for (const { test, statistic, reason } of results) {
    if (statistic !== null || reason === null) continue;
    const byReason = answered.has(test) ? sometimes : always;
    const why = reason.replace(/; there (is|are) \d+\.$/, '.');
    byReason.set(why, (byReason.get(why) ?? new Set()).add(testWords[test].name));
  }
  const words = [inWords(always, ''), inWords(sometimes, 'On some days or windows ')].flat();
  return words.length === 0 ? null : words.join(' ');
}

function inWords(byReason: ReadonlyMap<string, ReadonlySet<string>>, when: string): readonly string[] {
  return [...byReason].map(([reason, names]) => `${when}${[...names].join(', ')}: ${reason}`);
}

/** A line for each model that left tests unanswered; models that say the same share theirs. */
export function unansweredLines(
  models: readonly { readonly model: string; readonly n: number; readonly unanswered: string | null }[],
): readonly string[] {
  const byText = new Map<string, string[]>();
  for (const { model, n, unanswered } of models) {
    if (unanswered === null) continue;
    const text = `tests not computed (N = ${n}): ${unanswered}`;
    byText.set(text, [...(byText.get(text) ?? []), model]);
  }
  return [...byText].map(([text, names]) => `${names.join(', ')}: ${text}`);
}
