import { studyRequestSchema } from './study-request';

/** Paths of what is wrong with a request. */
function faultsOf(request: unknown): readonly string[] {
  const { error } = studyRequestSchema.safeParse(request);
  return (error?.issues ?? []).map(({ path }) => path.join('.'));
}

describe('a study request', () => {
  it('needs nothing but a selection', () => {
    expect(studyRequestSchema.parse({ selection: {} })).toEqual({
      selection: { includeAmendments: false, includeAssumed: false },
      model: 'market',
      estimation: { from: -260, to: -11 },
      event: { from: -10, to: 20 },
      windows: [
        { from: 0, to: 0 },
        { from: 0, to: 1 },
        { from: -1, to: 1 },
        { from: -5, to: 5 },
        { from: 0, to: 20 },
      ],
      value: 'return',
      returns: 'simple',
      tradeToTrade: false,
      variants: {
        patellWindow: 'standardisedCar',
        crudeDependenceDivisor: 'T-1',
        bmpDistribution: 't',
        crossCorrelation: 'eventOverlap',
      },
      screens: {},
      minEstimationDays: 120,
      seed: 1,
      confidence: 0.95,
    });
  });

  it.each([
    ['an estimation that runs into the event window', { estimation: { from: -260, to: -10 } }, 'estimation.to'],
    ['a window outside the event window', { windows: [{ from: 0, to: 21 }] }, 'windows.0'],
    ['a window that ends before it begins', { windows: [{ from: 1, to: 0 }] }, 'windows.0'],
    ['more estimation days asked for than there are', { minEstimationDays: 251 }, 'minEstimationDays'],
    ['the model of factors without any', { model: 'factors' }, 'factors'],
    ['factors for a model that takes none', { factors: ['XNAS:QQQ'] }, 'factors'],
    ['a benchmark for the mean-adjusted model', { model: 'meanAdjusted', benchmark: 'ARCX:SPY' }, 'benchmark'],
    [
      'a regression of a window outside the event window',
      { regression: { window: { from: 0, to: 30 }, on: ['kind'] } },
      'regression.window',
    ],
    [
      'trade-to-trade returns in a model that cannot weigh them',
      { model: 'dimson', tradeToTrade: true },
      'tradeToTrade',
    ],
    ['trade-to-trade volumes', { value: 'logVolume', tradeToTrade: true }, 'tradeToTrade'],
    ['logarithms of returns where no returns are studied', { value: 'volatility', returns: 'log' }, 'returns'],
    ['a screen that is not known', { screens: { weather: 'warn' } }, 'screens'],
    ['sizes without a bound', { selection: { size: {} } }, 'selection.size'],
    ['sizes that exclude each other', { selection: { size: { min: 2, max: 1 } } }, 'selection.size'],
    ['a field that nobody knows', { colour: 'red' }, ''],
  ])('is refused with %s', (_, fault, path) => {
    expect(faultsOf({ selection: {}, ...fault })).toContain(path);
  });
});
