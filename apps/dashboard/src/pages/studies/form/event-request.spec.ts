import { eventDefaults, readEventForm, valuesOfEventRequest } from './event-request';
import type { EventRequest } from './study-types';

const read = (values: Readonly<Record<string, string>> = {}) => readEventForm({ ...eventDefaults, ...values });

function requestOf(values: Readonly<Record<string, string>>): EventRequest {
  const { request, problems } = read(values);
  if (request === null) throw new Error(JSON.stringify(problems));
  return request;
}

describe('the form of an event study', () => {
  it('asks with the defaults of the API where nobody has typed', () => {
    expect(read()).toMatchObject({
      problems: {},
      request: {
        selection: { includeAmendments: false, includeAssumed: false },
        ...{ model: 'market', estimation: { from: -260, to: -11 }, event: { from: -10, to: 20 } },
        ...{
          minEstimationDays: 120,
          value: 'return',
          returns: 'simple',
          tradeToTrade: false,
          seed: 1,
          confidence: 0.95,
        },
        windows: [
          { from: 0, to: 0 },
          { from: 0, to: 1 },
          { from: -1, to: 1 },
          { from: -5, to: 5 },
          { from: 0, to: 20 },
        ],
        screens: {},
      },
    });
  });

  it('says nothing of what is not chosen', () => {
    const request = requestOf({});
    expect(Object.keys(request.selection)).toEqual(['includeAmendments', 'includeAssumed']);
    for (const name of ['benchmark', 'factors', 'groupBy', 'regression', 'tests', 'asOf', 'position']) {
      expect(request).not.toHaveProperty(name);
    }
  });

  it('takes a selection with all of its conditions', () => {
    const values = {
      ...{ kinds: 'earnings,deal', instruments: 'XNAS:AMZN,XNYS:IBM', timings: 'afterClose', roles: 'issuer, target' },
      ...{ sectors: 'GICS:45', periods: '2025-Q4', from: '2020-01-01', to: '2026-01-01' },
      ...{ sizeMin: '1e9', sizeMax: '2000000000', includeAmendments: 'yes', includeAssumed: 'yes' },
    };
    expect(requestOf(values).selection).toEqual({
      ...{ kinds: ['earnings', 'deal'], instruments: ['XNAS:AMZN', 'XNYS:IBM'], timings: ['afterClose'] },
      ...{ roles: ['issuer', 'target'], sectors: ['GICS:45'], periods: ['2025-Q4'] },
      ...{ from: '2020-01-01', to: '2026-01-01', size: { min: 1e9, max: 2e9 } },
      ...{ includeAmendments: true, includeAssumed: true },
    });
  });

  it.each([
    ['a window that is none', { windows: '0, soon' }, 'windows', 'soon'],
    ['a window outside of the event window', { windows: '0..60' }, 'windows', '0..60 lies outside'],
    ['an estimation that reaches into the event', { estimation: '-260..-5' }, 'estimation', 'day -10'],
    ['more estimation days than there are', { estimation: '-60..-11' }, 'minEstimationDays', '50 days only'],
    ['days that end before they begin', { event: '20..-10' }, 'event', 'after the last'],
    ['no window at all', { windows: '' }, 'windows', 'a window at least'],
    ['a span that ends before it begins', { from: '2026-01-01', to: '2025-01-01' }, 'to', 'before it begins'],
    ['a date that is none', { from: 'soon' }, 'from', '2026-02-06'],
    ['a factor model without factors', { model: 'factors' }, 'factors', 'needs a factor'],
    ['factors of another model', { factors: 'XNAS:QQQ' }, 'factors', 'Only the factor model'],
    ['a benchmark where there is none', { model: 'meanAdjusted', benchmark: 'ARCX:SPY' }, 'benchmark', 'no benchmark'],
    ['logarithms of volumes', { value: 'logVolume', returns: 'log' }, 'returns', 'Only returns'],
    ['too few draws', { bootstrap: '10' }, 'bootstrap', 'from 99 to 100000'],
    ['half a draw', { permutations: '99.5' }, 'permutations', 'whole'],
    ['an id that is none', { announcements: 'the one of May' }, 'announcements', 'ann_'],
    ['a sector without its scheme', { sectors: '45' }, 'sectors', 'GICS:45'],
    ['a size upside down', { sizeMin: '10', sizeMax: '5' }, 'sizeMax', 'above the smallest'],
    ['a surprise of nothing', { groupBy: 'surprise' }, 'groupDetail', 'metric'],
    ['a size without bounds', { groupBy: 'size' }, 'groupDetail', 'market caps'],
    [
      'a regression over no window',
      { regressOn: 'year', regressWindow: '2..3' },
      'regressWindow',
      'one of the windows',
    ],
    ['days left out without day 0', { omit: 'yes', omitDays: '1..5' }, 'omitDays', 'day 0'],
    ['a moment that is none', { known: 'yesterday' }, 'known', '2026-02-06'],
    ['a kind that is none', { kinds: 'rumour' }, 'kinds', 'rumour'],
  ])('refuses %s at its field', (_, values, field, words) => {
    const { request, problems } = read(values);
    expect(request).toBeNull();
    expect(Object.keys(problems)).toEqual([field]);
    expect(problems[field]).toContain(words);
  });

  it('holds a request as it was asked, and asks the same again', () => {
    const values = {
      ...{ kinds: 'earnings', instruments: 'ins_1', from: '2020-01-01', sizeMin: '1000000000', includeAssumed: 'yes' },
      ...{ model: 'factors', factors: 'ins_2,ins_3', benchmark: 'ins_4', estimation: '-200..-20', event: '-5..5' },
      ...{ windows: '0, -1..1', minEstimationDays: '100', value: 'return', returns: 'log', tradeToTrade: 'yes' },
      ...{ tests: 'patell,bmp', permutations: '999', bootstrap: '500', seed: '7', confidence: '97.5' },
      ...{ patellWindow: 'sumOfStandardised', omit: 'yes', omitKinds: 'earnings', omitDays: '-1..1' },
      ...{ groupBy: 'surprise', groupDetail: 'eps', groupBasis: 'gaap', regressOn: 'logMarketCap,year' },
      ...{ regressSurprise: 'eps', regressWindow: '-1..1', cluster: 'day0', known: '2026-02-20' },
      ...{ 'screen.thinTrading': 'warn', 'screen.sameDay0': 'ignore' },
    };
    const request = requestOf(values);
    expect(requestOf(valuesOfEventRequest(request))).toEqual(request);
    expect(request.screens).toEqual({ thinTrading: 'warn', sameDay0: 'ignore' });
    expect(request.groupBy).toEqual({ surprise: 'eps', basis: 'gaap' });
  });

  it.each([
    [{ groupBy: 'kind' }, 'kind'],
    [{ groupBy: 'sector' }, 'sector'],
    [{ groupBy: 'sector', groupDetail: 'GICS' }, { sector: 'GICS' }],
    [{ groupBy: 'size', groupDetail: '1e9, 1e10' }, { size: [1e9, 1e10] }],
  ])('tells events apart: %j', (values, groupBy) => {
    const request = requestOf(values);
    expect(request.groupBy).toEqual(groupBy);
    expect(requestOf(valuesOfEventRequest(request)).groupBy).toEqual(groupBy);
  });
});
