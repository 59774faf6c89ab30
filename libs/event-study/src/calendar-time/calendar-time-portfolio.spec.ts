import { expectNear } from '../../test/near';
import { expectedExtras, syntheticEvents, syntheticOptions, syntheticPanel } from '../../test/synthetic-case';
import { buildPanel, calendarTimePortfolio, complete } from '../index';
import { heldDays } from './held-days';

describe('the calendar-time portfolio', () => {
  it("has another program's alpha", () => {
    const expected = expectedExtras.aggregate.calendarTime;
    const portfolio = complete(calendarTimePortfolio(syntheticPanel('market')))!;
    expect(portfolio).toMatchObject({ days: expected.days, mostFirms: expected.maxFirms });
    expectNear(portfolio.alpha, expected.alpha);
    expectNear(portfolio.alphaStandardError, expected.alphaSe);
    expectNear(portfolio.alphaT, expected.alphaT);
    expectNear(portfolio.alphaP, expected.alphaP);
    expect(portfolio.slopes).toHaveLength(1);
    expectNear(portfolio.slopes[0], expected.beta);
  });

  it('has a slope for each factor of the factor model, and for the market alone of the others', () => {
    expect(complete(calendarTimePortfolio(syntheticPanel('factors')))!.slopes).toHaveLength(3);
    expect(complete(calendarTimePortfolio(syntheticPanel('meanAdjusted')))!.slopes).toHaveLength(1);
  });

  it('holds a firm once on a day that two of its events share', () => {
    const first = syntheticEvents()[0]!;
    const twice = [first, { ...first, id: 'again', day0: first.day0 + 1 }];
    const held = complete(heldDays(complete(buildPanel(twice, syntheticOptions('market'))), 1));
    expect(held.mostFirms).toBe(1);
    const rows = Array.from({ length: 8 }, (_, i) => first.day0 - 2 + i);
    expect(Array.from(held.returns)).toEqual(rows.map((row) => first.series.returns[row]!));
    expect(Array.from(held.factors[0]!)).toEqual(rows.map((row) => first.series.factors[0]![row]!));
  });

  it('is null with too few days to judge by', () => {
    const options = { ...syntheticOptions('market'), event: { from: 0, to: 1 }, windows: [{ from: 0, to: 1 }] };
    const panel = complete(buildPanel(syntheticEvents().slice(0, 1), options));
    expect(complete(calendarTimePortfolio(panel))).toBeNull();
    expect(complete(calendarTimePortfolio(complete(buildPanel([], options))))).toBeNull();
  });
});
