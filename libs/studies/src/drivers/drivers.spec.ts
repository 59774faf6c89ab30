import type { EventTraits } from '../selection/event-traits';
import { groupLabel } from './group-label';
import { regressorsOf } from './regressors-of';

const eps = (actual: number, value: number) => ({
  ...{ metric: 'eps', unit: 'USD/share', actual },
  expected: { value },
});

function traitsOf(given: Partial<EventTraits> = {}): EventTraits {
  return {
    ...{ event: 'e', of: 'ann_1', announcementId: 'ann_1', order: 0, instrumentId: 'ins_1', instrument: 'XNAS:ACME' },
    ...{ kind: 'earnings', headline: 'Acme reports', role: 'issuer', timing: 'preMarket', assumed: false },
    ...{ day0: '2025-03-04', baseSession: '2025-03-03', period: null, measures: [], sectors: ['GICS:25'] },
    ...{ marketCap: 2e9, streakAtBase: { direction: 'falling', length: 3 } },
    ...given,
  };
}

/** The report misses, the guidance for the next quarter, which stands first, is above what was expected. */
const reportAndGuidance = (basis: string) =>
  traitsOf({
    period: '2025-Q1',
    measures: [
      {
        ...{ metric: 'eps', basis, period: '2025-Q2', unit: 'USD/share' },
        range: { low: 2, high: 4 },
        expected: { value: 2 },
      },
      { ...eps(0.9, 1), basis },
    ],
  });
const twoBases = traitsOf({
  measures: [
    { ...eps(1.2, 1), basis: 'adjusted' },
    { ...eps(0.5, 1), basis: 'gaap' },
  ],
});

describe('groups', () => {
  it.each([
    ['kind', {}, 'earnings'],
    ['role', {}, 'issuer'],
    ['timing', {}, 'preMarket'],
    ['period', {}, null],
    ['sector', {}, 'GICS:25'],
    ['sector', { sectors: [] }, null],
    ['instrument', {}, 'ins_1'],
    ['year', {}, '2025'],
    ['streakAtBase', {}, 'falling'],
    ['streakAtBase', { streakAtBase: null }, 'none'],
  ] as const)('are made by %s', (by, given, label) => {
    expect(groupLabel(traitsOf(given), by)).toBe(label);
  });

  it('are made by whether a metric surprised', () => {
    const labels = [eps(1.1, 1), eps(0.9, 1), eps(1, 1)].map((measure) =>
      groupLabel(traitsOf({ measures: [measure] }), { surprise: 'eps' }),
    );
    expect(labels).toEqual(['above', 'below', 'asExpected']);
    expect(groupLabel(traitsOf({ measures: [eps(1, 1)] }), { surprise: 'revenue' })).toBeNull();
  });

  it('are made by the sectors of the scheme that is named', () => {
    const both = traitsOf({ sectors: ['ICB:40', 'GICS:25'] });
    expect(groupLabel(both, { sector: 'GICS' })).toBe('GICS:25');
    expect(groupLabel(both, { sector: 'SIC' })).toBeNull();
  });

  it('are made by the surprise of the basis and period that are meant, the announcement own one by default', () => {
    const traits = reportAndGuidance('gaap');
    expect(groupLabel(traits, { surprise: 'eps' })).toBe('below');
    expect(groupLabel(traits, { surprise: 'eps', period: '2025-Q2' })).toBe('above');
    expect(groupLabel(twoBases, { surprise: 'eps' })).toBeNull();
    expect(groupLabel(twoBases, { surprise: 'eps', basis: 'adjusted' })).toBe('above');
    expect(groupLabel(twoBases, { surprise: 'eps', basis: 'gaap' })).toBe('below');
  });

  it('are made by size, a bound belonging to the group above it', () => {
    const sizeOf = (marketCap: number | null) => groupLabel(traitsOf({ marketCap }), { size: [10e9, 1e9] });
    expect([5e8, 1e9, 9e9, 10e9, null].map(sizeOf)).toEqual([
      ...['<1000000000', '1000000000-10000000000', '1000000000-10000000000', '>=10000000000', null],
    ]);
  });
});

describe('regressors', () => {
  it('are numbers where a trait is one', () => {
    const events = [
      traitsOf({ marketCap: Math.E, measures: [eps(1.5, -1)] }),
      traitsOf({ marketCap: 1, measures: [eps(0.9, 1)], streakAtBase: { direction: 'rising', length: 2 } }),
      traitsOf({ marketCap: 1, measures: [eps(1, 1)], streakAtBase: null }),
    ];
    const { rows, columns, lacking } = regressorsOf(events, [
      ...(['logMarketCap', 'streakLengthAtBase'] as const),
      ...[{ surprise: 'eps' }, { measure: 'eps' }],
    ]);
    expect(rows).toEqual([0, 1, 2]);
    expect(lacking).toEqual({});
    expect(columns.map(({ name, values }) => [name, [...values]])).toEqual([
      ['logMarketCap', [1, 0, 0]],
      ['streakLengthAtBase', [-3, 2, 0]],
      ['surprise(eps)', [2.5, expect.closeTo(-0.1, 12), 0]],
      ['measure(eps)', [1.5, 0.9, 1]],
    ]);
  });

  it('are a column of 0 and 1 for each name but the first where a trait has names', () => {
    const events = (['deal', 'earnings', 'product', 'deal'] as const).map((kind) => traitsOf({ kind }));
    const { columns } = regressorsOf(events, ['kind', 'role']);
    expect(columns.map(({ name, values }) => [name, [...values]])).toEqual([
      ['kind=earnings', [0, 1, 0, 0]],
      ['kind=product', [0, 0, 1, 0]],
    ]);
  });

  it('take figure and surprise from the one measure that is meant, and say which in the name', () => {
    const events = [twoBases, reportAndGuidance('gaap')];
    const { columns, lacking, ambiguous } = regressorsOf(events, [
      ...[
        { surprise: 'eps', basis: 'gaap' },
        { measure: 'eps', basis: 'gaap' },
      ],
    ]);
    expect(columns.map(({ name, values }) => [name, [...values]])).toEqual([
      ['surprise(eps, gaap)', [-0.5, expect.closeTo(-0.1, 12)]],
      ['measure(eps, gaap)', [0.5, 0.9]],
    ]);
    expect([lacking, ambiguous]).toEqual([{}, {}]);
    const guided = regressorsOf([reportAndGuidance('gaap')], [{ measure: 'eps', period: '2025-Q2' }]);
    expect(guided.columns).toEqual([{ name: 'measure(eps, 2025-Q2)', values: Float64Array.of(3) }]);
  });

  it('lack a figure where several could be meant, which is counted apart', () => {
    const events = [twoBases, reportAndGuidance('gaap'), traitsOf()];
    expect(regressorsOf(events, [{ measure: 'eps' }, { surprise: 'eps' }])).toMatchObject({
      rows: [1],
      lacking: { 'measure(eps)': 2, 'surprise(eps)': 2 },
      ambiguous: { 'measure(eps)': 1, 'surprise(eps)': 1 },
    });
  });

  it('leave out events that lack one, and count what they lack', () => {
    const events = [
      traitsOf({ measures: [eps(1, 2)] }),
      traitsOf({ marketCap: null }),
      traitsOf({ measures: [{ metric: 'eps', unit: 'USD/share', range: { low: 1, high: 3 } }] }),
    ];
    expect(regressorsOf(events, ['logMarketCap', { measure: 'eps' }])).toMatchObject({
      ...{ rows: [0, 2], lacking: { logMarketCap: 1, 'measure(eps)': 1 } },
      columns: [{ name: 'logMarketCap' }, { name: 'measure(eps)', values: Float64Array.of(1, 2) }],
    });
  });
});
