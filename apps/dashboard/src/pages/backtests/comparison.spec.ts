import { comparedFigures, comparedValues, flat } from './comparison';
import type { RunResult } from './result';

function run(hold: number, settings: object, metrics: object): RunResult {
  return {
    manifest: { strategy: 'drift', codeHash: 'c0de', params: { hold }, settings, position: 18, factsHash: 'fac7' },
    performance: { net: { metrics }, trading: { trades: 40, turnover: 2.5 } },
  } as unknown as RunResult;
}

const a = run(20, { seed: 1, costs: { slippageRate: 0.0005 } }, { totalReturn: 0.1, volatility: 0.2, sharpe: 1.5 });
const b = run(10, { seed: 1, costs: { slippageRate: 0 } }, { totalReturn: 0.05, volatility: 0.21, sharpe: null });
const figure = (name: string) => comparedFigures(a, b).find((one) => one.name === name);

describe('two runs side by side', () => {
  it('have figures with the difference of the second from the first, in points where they are percentages', () => {
    expect(figure('Total return')).toMatchObject({ a: '+10.00%', b: '+5.00%', differenceText: '−5.00\u00a0pp' });
    expect(figure('Volatility')).toMatchObject({ a: '20.00%', b: '21.00%', differenceText: '+1.00\u00a0pp' });
    expect(figure('Trades')).toMatchObject({ a: '40', b: '40', difference: 0, differenceText: '0' });
  });

  it('have no difference where one of them lacks the figure', () => {
    expect(figure('Sharpe ratio')).toMatchObject({ a: '1.50', b: '–', difference: null, differenceText: '–' });
  });

  it('say which of their parameters and settings differ, those first', () => {
    expect(comparedValues(a, b).slice(0, 3)).toEqual([
      { name: 'hold', a: '20', b: '10', differs: true },
      { name: 'costs.slippageRate', a: '0.0005', b: '0', differs: true },
      { name: 'strategy', a: 'drift', b: 'drift', differs: false },
    ]);
  });

  it('name what lies deeper by its path, and cut long lists', () => {
    expect(flat({ universe: ['a', 'b', 'c', 'd', 'e', 'f'], benchmark: null })).toEqual([
      { name: 'universe', text: 'a, b, c, d, e and 1 more' },
      { name: 'benchmark', text: 'null' },
    ]);
  });
});
