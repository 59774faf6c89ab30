import { expectAllNear, expectNear } from '../../test/near';
import { expectedExtras, syntheticEvents, syntheticOptions, syntheticPanel } from '../../test/synthetic-case';
import { buildPanel, calendarTimePortfolio, complete, type PanelOptions, type StudyEvent } from '../index';
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
    const held = complete(heldDays(complete(buildPanel(twice, syntheticOptions('market'))), 1))!;
    expect(held.mostFirms).toBe(1);
    const rows = Array.from({ length: 8 }, (_, i) => first.day0 - 2 + i);
    expect(Array.from(held.returns)).toEqual(rows.map((row) => first.series.returns[row]!));
    expect(Array.from(held.factors[0]!)).toEqual(rows.map((row) => first.series.factors[0]![row]!));
  });

  it('earns simple returns where the series hold logarithms', () => {
    const logs = changed(({ returns, factors }) => ({
      returns: returns.map(Math.log1p),
      factors: factors.map((factor) => factor.map(Math.log1p)),
    }));
    const [simple, log] = [portfolioOf(syntheticEvents(), {}), portfolioOf(logs, { returns: 'log' })];
    expectAllNear([log!.alpha, log!.alphaT, ...log!.slopes], [simple!.alpha, simple!.alphaT, ...simple!.slopes]);
  });

  it('is null of values that nobody can hold', () => {
    expect(portfolioOf(syntheticEvents(), { returns: 'none' })).toBeNull();
  });

  it('is null where a return that it would hold covers several sessions, and only there', () => {
    const covering = (day: number) =>
      changed(({ returns }, day0) => ({ spans: returns.map((_, row) => (row === day0 + day ? 2 : 1)) }));
    expect(portfolioOf(covering(1), {})).toBeNull();
    expect(portfolioOf(covering(-200), {})).toEqual(portfolioOf(syntheticEvents(), {}));
  });

  it('is null with too few days to judge by', () => {
    const options = { ...syntheticOptions('market'), event: { from: 0, to: 1 }, windows: [{ from: 0, to: 1 }] };
    const panel = complete(buildPanel(syntheticEvents().slice(0, 1), options));
    expect(complete(calendarTimePortfolio(panel))).toBeNull();
    expect(complete(calendarTimePortfolio(complete(buildPanel([], options))))).toBeNull();
  });
});

function portfolioOf(events: readonly StudyEvent[], options: Partial<PanelOptions>) {
  return complete(calendarTimePortfolio(complete(buildPanel(events, { ...syntheticOptions('market'), ...options }))));
}

/** The synthetic events, each with a changed series of its own. */
function changed(change: (series: StudyEvent['series'], day0: number) => Partial<StudyEvent['series']>) {
  return syntheticEvents().map((event) => ({
    ...event,
    series: { ...event.series, ...change(event.series, event.day0) },
  }));
}
