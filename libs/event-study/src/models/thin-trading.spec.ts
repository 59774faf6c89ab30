import { expectAllNear, expectNear } from '../../test/near';
import { expectedExtras, syntheticEvents, syntheticOptions, syntheticPanel } from '../../test/synthetic-case';
import { buildPanel, complete, eventResult } from '../index';

describe('models for thin trading', () => {
  it.each(['scholesWilliams', 'dimson'] as const)("have another program's figures: %s", (model) => {
    const panel = syntheticPanel(model);
    expectedExtras.events.forEach((event, place) => {
      const expected = event[model];
      const result = eventResult(panel, place);
      expect(result.observations).toBe(expected.M);
      const { alpha, beta, bLag, b0, bLead } = expected;
      expectAllNear(result.coefficients.slice(0, 5), [alpha, beta, bLag, b0, bLead]);
      expectNear(result.residualSd, expected.s);
      expectAllNear(result.ar, expected.ar);
      const standardised = expected.ar.map((one, day) =>
        one === null ? null : one / (expected.s * Math.sqrt(expected.forecastFactors[day]!)),
      );
      expectAllNear(result.sar, standardised);
      expectNear(panel.windowFactors[place], expected.windowFactor);
    });
  });

  it("have the market's autocorrelation: scholesWilliams", () => {
    const panel = syntheticPanel('scholesWilliams');
    expectedExtras.events.forEach(({ scholesWilliams }, place) =>
      expectNear(eventResult(panel, place).coefficients[5], scholesWilliams.rhoM),
    );
  });

  it('are the market model where Dimson takes in no other day', () => {
    const options = { ...syntheticOptions('dimson'), dimson: { lags: 0, leads: 0 } };
    const dimson = complete(buildPanel(syntheticEvents(), options));
    const market = syntheticPanel('market');
    expectAllNear(Array.from(dimson.residualSd), Array.from(market.residualSd));
    expectAllNear(Array.from(dimson.windowFactors), Array.from(market.windowFactors));
    expectAllNear(Array.from(dimson.cumulative), Array.from(market.cumulative));
  });

  it('take in as many days before as Dimson is told', () => {
    const options = { ...syntheticOptions('dimson'), dimson: { lags: 2, leads: 0 } };
    const panel = complete(buildPanel(syntheticEvents(), options));
    // statsmodels: OLS of the first event's returns of estimation days 3 to 80 on the market of two days before to the same day.
    const [alpha, beta, ...slopes] = eventResult(panel, 0).coefficients;
    expect(panel.observations[0]).toBe(78);
    expectAllNear([alpha!, ...slopes], DIMSON_TWO_BEFORE);
    expectNear(beta, slopes[0]! + slopes[1]! + slopes[2]!);
  });
});

const DIMSON_TWO_BEFORE = [0.0012469464717861402, -0.21596369246181812, -0.07973257854138197, 0.4117933541251442];
