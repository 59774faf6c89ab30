import { testNames as madeTests } from '@streakline/event-study';
import { comparisons as madeComparisons } from '@streakline/streak-statistics';
import { screenNames } from '@streakline/event-study';
import type { Comparison, StudySummary, StudyTest } from '../form/study-types';
import { lengthRows } from '../streaks/length-rows';
import { lengthsSvg } from '../streaks/lengths-svg';
import { daysWords, selectionConditions, windowText } from './asked';
import { citation } from './citation';
import { comparisons, reasonName, screens } from './names';
import { outcomeWords, progressOf } from './phase';
import { agreement, caution, chanceWords, pText, testNames } from './tests';
import { primarySentences, windowSentence } from './verdict';

const test = (name: StudyTest['test'], pValue: number | null): StudyTest => ({
  ...{ test: name, statistic: 1, pValue, distribution: 't', degreesOfFreedom: 10, n: 11, reason: null },
});

describe('the words of studies', () => {
  it('know every test, screen and comparison that the libraries make, in their order', () => {
    expect(testNames).toEqual(madeTests);
    expect(screens.map(([screen]) => screen)).toEqual(screenNames);
    expect(comparisons).toEqual(madeComparisons.map(({ outcome, direction }) => [outcome, direction]));
    expect(reasonName('unheardOf')).toBe('unheardOf');
  });

  it('say how often chance alone does as much, and never that it is impossible', () => {
    expect([0.39, 0.05, 0.0154, 0.0049, 0.0004, 0, 1].map(chanceWords)).toEqual([
      ...['39 in 100', '5 in 100', '2 in 100', '5 in 1,000', 'fewer than 1 in 1,000'],
      ...['fewer than 1 in 1,000', 'nearly always'],
    ]);
    expect([0.12345, 0.00001, null].map(pText)).toEqual(['0.1235', '< 0.0001', '–']);
  });

  it('count how many tests of each kind are below 5%, and say whether they agree', () => {
    const split = [test('patell', 0.01), test('bmp', 0.2), test('sign', 0.6), test('wilcoxon', null)];
    expect(agreement(split)).toEqual([
      'Below 5%: 1 of 2 parametric, 0 of 1 rank or sign.',
      'The tests do not agree: see below which assumption would have to hold.',
    ]);
    expect(agreement([test('bmp', 0.01), test('sign', 0.04)])[1]).toContain('All tests agree: as much would be rare');
    expect(agreement([test('bmp', 0.5)])[1]).toContain('no proof that there is nothing');
    expect(agreement([test('bmp', null)])).toEqual(['No test could be computed for this window.']);
  });

  it('warn of few events, of many windows, and of events that move together', () => {
    expect(caution({ n: 2, tests: [] }, 1)).toEqual(['2 events are few: a test says little either way.']);
    const together = [test('bmp', 0.01), test('adjustedBmp', 0.3)];
    expect(caution({ n: 50, tests: together }, 5)).toEqual([
      expect.stringContaining('BMP is no longer below 5%'),
      expect.stringContaining('5 windows were looked at'),
    ]);
  });

  it('tell a window in a sentence', () => {
    const window = { from: 0, to: 1, n: 2, caar: -0.0315, positive: 0.5, interval: null, tests: [] };
    const whole = { ...window, precisionWeightedCaar: null, abhar: null };
    expect(windowSentence(whole, 'return')).toBe(
      'Over days 0 to +1 the average of 2 events is −3.15% beyond the model, 1 of them above zero.',
    );
    expect(windowSentence({ ...whole, to: 0, caar: null }, 'return')).toBe('On day 0 no event has a figure.');
    expect(windowText({ from: -1, to: 1 })).toBe('[−1, +1]');
    expect(daysWords({ from: 0, to: 0 })).toBe('day 0');
  });

  it('tell a selection, condition by condition', () => {
    expect(selectionConditions({})).toEqual([{ text: 'all announcements' }]);
    const told = selectionConditions({
      kinds: ['earnings'],
      instruments: ['ins_1'],
      size: { min: 1e9 },
      from: '2020-01-01',
    });
    expect(told.map(({ text }) => text)).toEqual([
      'of',
      'earnings',
      'day 0 from 2020-01-01 on',
      'market cap of 1.0\u00a0bn or more',
    ]);
    expect(told[0]?.instruments).toEqual(['ins_1']);
  });

  it('tell the primary comparison of a streak study with its figures, or why there are none', () => {
    const primary: Comparison = {
      ...{ outcome: 'extended', direction: 'falling', n: 120, announced: 0.45, base: 0.49, difference: -0.04 },
      ...{ interval: { lower: -0.1, upper: 0.02 }, pValue: 0.31, holm: 1, benjaminiHochberg: 0.8, reason: null },
    };
    expect(primarySentences(primary)).toEqual([
      'Share whose day 0 keeps the run’s direction, falling at base: 45.0% after 120 announcements, 49.0% on matched ordinary sessions.',
      'The difference is −4.00 points, between −10.00 points and +2.00 points by resampled months.',
      'Shifted calendars of announcements do as much by chance 31 in 100 (p 0.3100).',
    ]);
    const none = { ...primary, announced: null, base: null, reason: 'No announcement has a match.' };
    expect(primarySentences(none)).toEqual([expect.stringContaining('No announcement has a match.')]);
  });
});

const study: StudySummary = {
  ...{ id: 'stu_1', state: 'running', position: 9, projectionVersion: 1, failure: null, finishedAt: null },
  ...{ askedAt: '2026-02-20T10:00:00.000Z', startedAt: '2026-02-20T10:00:01.000Z' },
  progress: { phase: 'bootstrap', done: 25, total: 100 },
  request: {
    ...{ selection: { instruments: ['ins_1'] }, model: 'market', seed: 1, asOf: '2026-02-20T23:59:59.999Z' },
    ...{ estimation: { from: -260, to: -11 }, event: { from: -10, to: 20 }, windows: [{ from: 0, to: 1 }] },
  },
};

describe('a study as it stands', () => {
  it('tells its step and how far that is, as far as anybody knows', () => {
    expect(progressOf(study)).toEqual({ what: 'Bootstrap', done: 0.25 });
    expect(progressOf({ ...study, progress: null })).toEqual({ what: 'Starting', done: null });
    expect(progressOf({ ...study, state: 'queued', progress: null }).done).toBeNull();
  });

  it('ends in words', () => {
    expect(outcomeWords({ ...study, state: 'done', finishedAt: '2026-02-20T10:00:03.500Z' })).toBe('Done in 2.5 s');
    const failure = { code: 'emptySelection', detail: 'No reaction is in it.', errors: [] };
    expect(outcomeWords({ ...study, state: 'failed', failure })).toBe('No reaction is in it.');
  });

  it('is cited with its id, position, parameters and link', () => {
    const text = citation(study, 'event', 'http://host/studies/stu_1');
    for (const part of [
      'stu_1',
      'of ins_1',
      'Market model',
      '-260..-11',
      'position 9',
      'as of 2026-02-20',
      'http://host/',
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe('the curves of lengths', () => {
  const step = { atRisk: 4, ended: 1, censored: 0, standardError: 0.1 };
  const lengths = {
    direction: 'falling' as const,
    announced: {
      ...{ n: 4, censored: 1, median: 1 },
      steps: [
        { ...step, length: 0, survival: 0.75, lower: 0.4, upper: 0.9 },
        { ...step, length: 2, survival: 0.5, lower: 0.2, upper: 0.8 },
      ],
    },
    base: [
      { length: 0, survival: 0.5 },
      { length: 1, survival: 0.25 },
    ],
    ...{ announcedMean: 1.5, baseMean: 1 },
  };

  it('stand on one axis; between two steps a share stays, and beyond the last nothing is known', () => {
    expect(lengthRows(lengths)).toEqual([
      { length: 0, announced: 0.75, lower: 0.4, upper: 0.9, base: 0.5 },
      { length: 1, announced: 0.75, lower: 0.4, upper: 0.9, base: 0.25 },
      { length: 2, announced: 0.5, lower: 0.2, upper: 0.8, base: null },
    ]);
  });

  it('are drawn as steps, without what is not known', () => {
    const svg = lengthsSvg('falling <at> base', lengthRows(lengths));
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('falling &lt;at&gt; base');
    expect(svg).not.toMatch(/NaN|undefined|null/);
    expect(svg.match(/<path d="M/g)).toHaveLength(4);
  });
});
