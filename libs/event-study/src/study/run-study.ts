import { calendarTimePortfolio } from '../calendar-time/calendar-time-portfolio';
import { meanCorrelation } from '../cross-correlation/mean-correlation';
import { fillAbnormal } from '../panel/lazy-abnormal';
import type { Panel } from '../panel/panel';
import { figuresOf, rankFiguresOf, type Figures, type RankFigures } from '../tests/figures';
import { isRankTest, isSampleTest, rankTests, sampleTests } from '../tests/all-tests';
import { permutation } from '../tests/permutation';
import { rankPass } from '../tests/rank-pass';
import { reactionsOf } from '../tests/reactions';
import { Samples, type Sample } from '../tests/sample';
import { positiveAmong } from '../tests/sign';
import { caarCurve } from './caar-curve';
import type { Stepwise } from './progress';
import { settled, type StudyOptions } from './study-options';
import type { CrossCorrelation, DayResult, StudyResult, TestName, TestResult, WindowResult } from './study-result';
import { windowFigures } from './window-figures';

type Settled = ReturnType<typeof settled>;

/** What the samples are judged by; without rank tests nothing is ranked. */
interface Judged {
  readonly asked: Settled;
  readonly figures: Figures;
  readonly ranks: RankFigures | null;
}

/**
 * All tests of a study, day by day and window by window, from its panel of abnormal returns. A test that lacks what it
 * needs has null figures and its reason; the others answer. Throws RangeError for options that make no sense.
 *
 *     const result = complete(runStudy(panel, { bootstrap: 1_999, seed: 7 }));
 *     result.windows[0].tests.find(({ test }) => test === 'adjustedBmp').pValue;
 */
export function* runStudy(panel: Panel, options: StudyOptions = {}): Stepwise<StudyResult> {
  const asked = settled(options);
  yield* fillAbnormal(panel);
  const judged = yield* judge(panel, asked);
  const samples = new Samples(panel, judged.figures.reactions);
  const days: DayResult[] = [];
  const windows: WindowResult[] = [];
  const total = panel.eventDays + panel.windows.length;
  for (let point = 0; point < total; point++) {
    yield { phase: 'tests', done: point, total };
    const sample = samples.at(point);
    if (sample.window === null) days.push(yield* dayResult(sample, judged));
    else windows.push(yield* windowResult(sample, sample.window, judged));
  }
  const curve = yield* caarCurve(panel, judged.figures.reactions, asked.confidence);
  const { model, estimation, event, n } = panel;
  return {
    ...{ model, estimation, event, variants: asked.variants, n },
    firms: new Set(panel.events.map(({ firm }) => firm)).size,
    crossCorrelation: judged.figures.correlation,
    positiveShare: judged.figures.positiveShare,
    ...{ days, windows },
    curve,
    calendarTime: yield* calendarTimePortfolio(panel),
  };
}

function* judge(panel: Panel, asked: Settled): Stepwise<Judged> {
  const { tests, variants, seed, mostPairs } = asked;
  const pairing = variants.crossCorrelation;
  const correlation = tests.some(isAdjusted)
    ? yield* meanCorrelation(panel, pairing, { seed, mostPairs })
    : notAsked(pairing);
  const reactions = yield* reactionsOf(panel);
  const ranks = tests.some(isRankTest) ? rankFiguresOf(panel, yield* rankPass(panel, reactions)) : null;
  return { asked, figures: yield* figuresOf(panel, reactions, { variants, correlation }), ranks };
}

function isAdjusted(test: TestName): boolean {
  return test === 'adjustedPatell' || test === 'adjustedBmp';
}

function notAsked(pairing: CrossCorrelation['pairing']): CrossCorrelation {
  return { value: null, pairing, pairs: 0, sampled: false, standardError: null };
}

function* dayResult(sample: Sample, judged: Judged): Stepwise<DayResult> {
  const { panel } = judged.figures;
  const n = sample.raw.length;
  return {
    ...{ day: panel.event.from + sample.firstDay, n },
    aar: n === 0 ? null : sample.rawMoments.mean,
    positive: n === 0 ? 0 : positiveAmong(sample.raw) / n,
    tests: yield* testsOf(sample, judged),
  };
}

function* windowResult(sample: Sample, window: number, judged: Judged): Stepwise<WindowResult> {
  const { panel } = judged.figures;
  const n = sample.raw.length;
  const own = yield* windowFigures(panel, window, sample.raw, judged.asked);
  return {
    ...panel.windows[window]!,
    n,
    caar: n === 0 ? null : sample.rawMoments.mean,
    ...{ interval: own.interval, precisionWeightedCaar: own.precisionWeightedCaar, abhar: own.abhar },
    positive: n === 0 ? 0 : positiveAmong(sample.raw) / n,
    tests: [...(yield* testsOf(sample, judged)), ...own.tests],
  };
}

function* testsOf(sample: Sample, { asked, figures, ranks }: Judged): Stepwise<TestResult[]> {
  const results: TestResult[] = [];
  for (const test of asked.tests) {
    if (isSampleTest(test)) results.push(sampleTests[test](sample, figures));
    else if (isRankTest(test) && ranks !== null) results.push(rankTests[test](sample, figures, ranks));
    else if (test === 'permutation' && asked.permutations > 0) {
      results.push(yield* permutation(figures, sample, { draws: asked.permutations, seed: asked.seed }));
    }
  }
  return results;
}
