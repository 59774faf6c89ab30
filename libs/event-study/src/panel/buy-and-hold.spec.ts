import { expectNear } from '../../test/near';
import { expectedExtras, syntheticEvents, syntheticOptions, syntheticPanel } from '../../test/synthetic-case';
import { buildPanel, buyAndHoldAbnormal, coefficientNames, complete, eventResult, runStudy } from '../index';

describe('buy-and-hold abnormal returns', () => {
  it("are another program's, gaps in the window included", () => {
    const [market, adjusted] = [syntheticPanel('market'), syntheticPanel('marketAdjusted')];
    expectedExtras.events.forEach((expected, place) => {
      expectNear(buyAndHoldAbnormal(market, place, 0), expected.bharMarketModel);
      expectNear(eventResult(adjusted, place).windows[0]!.bhar, expected.bharMarketAdjusted);
    });
  });

  it('compound log returns as such', () => {
    const events = syntheticEvents();
    const logs = events.map((one) => ({
      ...one,
      series: {
        ...one.series,
        returns: one.series.returns.map(Math.log1p),
        factors: one.series.factors.map((factor) => factor.map(Math.log1p)),
      },
    }));
    // Where the market itself is what is normal, nothing is estimated: both ways hold the same two portfolios.
    const options = syntheticOptions('marketAdjusted');
    const [simple, log] = [
      complete(buildPanel(events, options)),
      complete(buildPanel(logs, { ...options, returns: 'log' })),
    ];
    events.forEach((_, place) => expectNear(buyAndHoldAbnormal(log, place, 0), buyAndHoldAbnormal(simple, place, 0)));
  });

  it('are not there for values that nobody can buy, nor are their tests', () => {
    const options = { ...syntheticOptions('market'), returns: 'none' } as const;
    const panel = complete(buildPanel(syntheticEvents(), options));
    expect(eventResult(panel, 0).windows[0]!.bhar).toBeNull();
    const [window] = complete(runStudy(panel)).windows;
    expect(window!.abhar).toBeNull();
    expect(window!.tests.filter(({ test }) => test.startsWith('bhar'))).toEqual([]);
  });
});

describe("a model's coefficients", () => {
  it.each(['meanAdjusted', 'marketAdjusted', 'market', 'factors', 'scholesWilliams', 'dimson'] as const)(
    'have as many names as figures: %s',
    (model) => {
      const names = coefficientNames(syntheticOptions(model), ['MKT', 'SMB', 'HML']);
      expect(eventResult(syntheticPanel(model), 0).coefficients).toHaveLength(names.length);
    },
  );

  it('are named by what they belong to', () => {
    expect(coefficientNames(syntheticOptions('factors'), ['MKT', 'SMB'])).toEqual(['alpha', 'MKT', 'SMB']);
    const dimson = { ...syntheticOptions('dimson'), dimson: { lags: 2, leads: 1 } };
    expect(coefficientNames(dimson, [])).toEqual(['alpha', 'beta', 'betaLag2', 'betaLag1', 'beta0', 'betaLead1']);
  });
});
