import { aDocument, aResult, aWindow } from '../../test/a-study';
import { studyText } from '../index';
import { inColumns } from './columns';

describe('a study as text', () => {
  it('says what was found, how sure the tests are, and what they do not know', () => {
    expect(studyText(aDocument())).toBe(`A study

Three events of two firms.

MARKET MODEL: 3 events of 2 firms
Expected: a + b times the market's return, by least squares over the estimation window; estimated on days -105
  to -6.
Mean correlation of 3 pairs of events, over the calendar days that their estimation windows share: 0.0928.

Over [-1, +1] the average of 3 events is +2.75% beyond the model, 2 of them above zero. 1 of 2 tests put the
  chance of as much without any effect below 5%. With the correlation between events taken into account
  (adjusted BMP t) p is 0.1607.
Over [0] the average of 3 events is +2.75% beyond the model, 2 of them above zero. 1 of 2 tests put the chance
  of as much without any effect below 5%. With the correlation between events taken into account (adjusted BMP
  t) p is 0.1607.

window    n    CAAR  95% interval  above 0  weighted  buy and hold
[-1, +1]  3  +2.75%             -      67%    +2.00%        +2.81%
[0]       3  +2.75%             -      67%    +2.00%        +2.81%

test, statistic (p)         [-1, +1]             [0]
Patell z              +2.85 (0.0044)  +2.85 (0.0044)
adjusted BMP t        +1.50 (0.1607)  +1.50 (0.1607)
Wilcoxon signed rank               -               -
  Wilcoxon signed rank: needs two events ([-1, +1], [0])

day  n     AAR  above 0          GRANK-T
-1   3  -1.00%      33%  -0.78 (3.0e-12)
0    3   0.00%      33%  -0.78 (3.0e-12)
+1   3  +1.00%      33%  -0.78 (3.0e-12)

Notes
  event 2 (F2): thinTrading: its price does not move.
`);
  });

  it('shows intervals where there are any, and a window that nobody has', () => {
    const interval = { lower: -0.001, upper: 0.05 };
    const windows = [aWindow(-1, 1, { interval }), aWindow(0, 0, { n: 0, caar: null, positive: 0, tests: [] })];
    const text = studyText(aDocument({ studies: [{ result: aResult({ windows }), events: [] }] }));
    expect(text).toContain('-0.10% to +5.00%');
    expect(text).toContain('Over [0] no event has a figure.');
  });

  it('shows logarithms as they are, not as percentages', () => {
    const text = studyText(aDocument({ value: 'logVolume' }));
    expect(text).toContain('is +0.0275 beyond the model');
    expect(text).not.toContain('+2.75%');
  });

  it('says which pairs of events a sampled correlation rests on', () => {
    const sampling = { sampled: true, standardError: 0.00021 };
    const crossCorrelation = { value: 0.01234, pairing: 'eventOverlap', pairs: 1_000_000, ...sampling } as const;
    const text = studyText(aDocument({ studies: [{ result: aResult({ crossCorrelation }), events: [] }] }));
    expect(text.replaceAll('\n  ', ' ')).toContain(
      'Mean correlation of a sample of 1,000,000 pairs of events, weighted by the calendar days that their event windows share: 0.0123 (standard error of the sampling 0.00021).',
    );
  });

  it('says why there is no correlation: nothing asked for it, or there is no pair', () => {
    const none = { value: null, pairing: 'estimationOverlap', pairs: 0, sampled: false, standardError: null } as const;
    const textOf = (n: number) =>
      studyText(aDocument({ studies: [{ result: aResult({ n, crossCorrelation: none }), events: [] }] })).replaceAll(
        '\n',
        ' ',
      );
    expect(textOf(3)).toContain('was not computed: no test that adjusts for it was asked for.');
    expect(textOf(3)).not.toContain('no pair');
    expect(textOf(1)).toContain('There is no pair of events');
  });

  it('tells of the calendar-time portfolio', () => {
    const calendarTime = {
      ...{ days: 49, mostFirms: 4, alpha: 0.0038, alphaStandardError: 0.0023, alphaT: 1.6577, alphaP: 0.104 },
      slopes: [0.91],
    };
    const text = studyText(aDocument({ studies: [{ result: aResult({ calendarTime }), events: [] }] }));
    expect(text.replaceAll('\n  ', ' ')).toContain(
      'Calendar-time portfolio, 49 days with at most 4 firms: alpha 0.380% a day, t 1.66, p 0.1040',
    );
  });
});

describe('several models', () => {
  it('are compared on the first window, after the first of them was told at length', () => {
    const other = aResult({ model: 'meanAdjusted', windows: [aWindow(-1, 1, { caar: -0.5 })] });
    const studies = [aResult(), other].map((result) => ({ result, events: [] }));
    const text = studyText(aDocument({ studies }));
    expect(text).toContain(`UNDER EACH MODEL, over [-1, +1]
                        market model  mean-adjusted model
CAAR                          +2.75%              -50.00%
events                             3                    3
above 0                          67%                  67%
Patell z              +2.85 (0.0044)       +2.85 (0.0044)
adjusted BMP t        +1.50 (0.1607)       +1.50 (0.1607)
Wilcoxon signed rank               -                    -
`);
    expect(text).not.toContain('MEAN-ADJUSTED MODEL');
  });
});

describe('columns', () => {
  it('are as wide as their widest cell, with no blanks at the end', () => {
    expect(inColumns([['a', 'bbb', ''], ['aaa', 'b', ''], []])).toBe('a    bbb\naaa    b\n\n');
  });
});
