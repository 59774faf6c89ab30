import { expectAllNear, expectNear } from '../../test/near';
import {
  type ExpectedModel,
  expectedStudies,
  modelNames,
  syntheticEvents,
  syntheticOptions,
  syntheticPanel,
} from '../../test/synthetic-case';
import {
  buildPanel,
  complete,
  eventResult,
  fillAbnormal,
  type ModelName,
  type PanelOptions,
  type StudyEvent,
} from '../index';

/** An event on row 12 of a series of 16 rows, with estimation days -10..-2 and event days 0..2. */
const EVENT = { from: 0, to: 2 };
const OPTIONS: PanelOptions = { model: 'market', estimation: { from: -10, to: -2 }, event: EVENT, windows: [EVENT] };
const MARKET = [3, -1, 4, 1, -5, 9, 2, -6, 5, 3, -5, 8, 9, -7, 9, 3].map((one) => one / 1_000);
const OWN = [2, 7, 1, -8, 2, 8, 1, -8, 2, 8, 4, 5, 9, -4, 5, 2].map((one) => one / 1_000);

function event(returns: readonly number[], change: Partial<StudyEvent> = {}, market = MARKET): StudyEvent {
  const days = Int32Array.from(returns, (_, row) => 18_000 + row);
  const series = { days, returns: Float64Array.from(returns), factors: [Float64Array.from(market)] };
  return { id: 'e1', firm: 'ACME', group: null, series, day0: 12, omittedDays: [], ...change };
}

function without(values: readonly number[], ...rows: number[]): readonly number[] {
  return values.map((one, row) => (rows.includes(row) ? Number.NaN : one));
}

/** More than a step's work: regressions on the market of 21 days. */
const MANY = new Array<StudyEvent>(120).fill(syntheticEvents()[0]!);
const WIDE = { ...syntheticOptions('dimson'), dimson: { lags: 10, leads: 10 } };

const panelOf = (one: StudyEvent, options = OPTIONS) => complete(buildPanel([one], options));

describe('a panel of abnormal returns', () => {
  it.each(Object.keys(modelNames) as ExpectedModel[])("has another program's figures by the %s model", (name) => {
    const panel = syntheticPanel(modelNames[name]);
    expect(panel.unfit).toEqual([]);
    expectedStudies[name].events.forEach((expected, place) => {
      const result = eventResult(panel, place);
      expect(result).toMatchObject({ id: `${expected.eventId}`, firm: expected.firm, observations: expected.M });
      expectAllNear(result.coefficients, expected.coef);
      expectNear(result.residualSd, expected.s);
      expectAllNear(result.ar, expected.ar);
      expectAllNear(result.sar, expected.sar);
      expectNear(result.windows[0]!.car, expected.car);
      expectNear(result.windows[0]!.scar, expected.scar);
      expectNear(panel.windowFactors[place], expected.Cwin);
    });
  });

  it('takes for the market model what the factor model says with the market alone', () => {
    const events = syntheticEvents().map((one) => ({
      ...one,
      series: { ...one.series, factors: one.series.factors.slice(0, 1) },
    }));
    const [line, plane] = (['market', 'factors'] as const).map((model) =>
      complete(buildPanel(events, syntheticOptions(model))),
    );
    for (const figures of ['coefficients', 'residualSd', 'windowFactors', 'cumulative'] as const) {
      expectAllNear(Array.from(line![figures]), Array.from(plane![figures]));
    }
  });

  it('leaves out of the estimation what it is told to, as if there were no return', () => {
    const told = panelOf(event(OWN, { omittedDays: [-7, -4, -1, 0] }));
    const gap = panelOf(event(without(OWN, 5, 8)));
    expect(told.observations[0]).toBe(7);
    expect(told.residualSd).toEqual(gap.residualSd);
    expect(told.abnormal).toEqual(gap.abnormal);
  });

  it('takes what lies beyond the series as missing', () => {
    const wide = { ...OPTIONS, estimation: { from: -14, to: -2 }, event: { from: 0, to: 5 } };
    const panel = panelOf(event(OWN), wide);
    expect(panel.observations[0]).toBe(11);
    const { ar, windows } = eventResult(panel, 0);
    expect(ar.map((one) => one === null)).toEqual([false, false, false, false, true, true]);
    expect(windows[0]!.car).toBeCloseTo(ar[0]! + ar[1]! + ar[2]!, 15);
  });

  it('has no figure on a day without a return, and none for a window without one', () => {
    const single = { from: 1, to: 1 };
    const panel = panelOf(event(without(OWN, 13)), { ...OPTIONS, windows: [EVENT, single] });
    const { ar, sar, windows } = eventResult(panel, 0);
    expect([ar[1], sar[1]]).toEqual([null, null]);
    expect(Array.from(panel.windowDays)).toEqual([2, 0]);
    expect(windows[1]).toEqual({ ...single, car: null, scar: null, bhar: null });
  });

  it('writes its residuals in steps, the same as all at once', () => {
    const [now, inSteps] = [syntheticPanel('dimson'), syntheticPanel('dimson')];
    complete(fillAbnormal(inSteps));
    complete(fillAbnormal(inSteps));
    expect(inSteps.abnormal).toEqual(now.abnormal);
    expect(inSteps.abnormal).toBe(inSteps.abnormal);
  });

  it('hands out one array, also to who asks between the steps', () => {
    const panel = complete(buildPanel(MANY, WIDE));
    const steps = fillAbnormal(panel);
    expect(steps.next().done).toBe(false);
    const early = panel.abnormal;
    complete(steps);
    expect(panel.abnormal === early).toBe(true);
  });

  it('has residuals with the standard deviation that it says', () => {
    const panel = syntheticPanel('factors');
    const width = panel.estimationDays + panel.eventDays;
    for (let place = 0; place < panel.n; place++) {
      const residuals = panel.abnormal.slice(place * width, place * width + panel.estimationDays);
      const known = residuals.filter((one) => !Number.isNaN(one));
      expect(known).toHaveLength(panel.observations[place]!);
      const squares = known.reduce((sum, one) => sum + one * one, 0);
      expectNear(Math.sqrt(squares / (known.length - panel.parameters)), panel.residualSd[place]!);
    }
  });

  it('says now and then how far it is', () => {
    const steps = buildPanel(MANY, WIDE);
    const first = steps.next();
    expect(first).toMatchObject({ done: false, value: { phase: 'abnormal returns', total: 120 } });
    expect(complete(steps).n).toBe(120);
  });

  it('of no events is empty', () => {
    expect(complete(buildPanel([], OPTIONS))).toMatchObject({
      n: 0,
      events: [],
      unfit: [],
      abnormal: new Float64Array(0),
    });
  });
});

describe('an event that a model has no answer for', () => {
  const unfitCode = (one: StudyEvent, model: ModelName) => panelOf(one, { ...OPTIONS, model }).unfit[0]?.code;

  it('is named, and the others stay', () => {
    const dead = event(
      OWN.map(() => 0),
      { id: 'e2', firm: 'STILL' },
    );
    const panel = complete(
      buildPanel([event(OWN), dead, event(OWN, { id: 'e3' })], { ...OPTIONS, model: 'meanAdjusted' }),
    );
    expect(panel.events.map(({ id }) => id)).toEqual(['e1', 'e3']);
    expect(panel.unfit).toEqual([
      { event: dead, code: 'noResidualVariation', message: expect.stringContaining('Event e2 of STILL') },
    ]);
    expect(panel.abnormal).toHaveLength(2 * 12);
    expect(panel.residualSd[0]).toBe(panel.residualSd[1]);
  });

  it('is one whose returns leave no residual', () => {
    expect(unfitCode(event(OWN.map(() => 0.001)), 'meanAdjusted')).toBe('noResidualVariation');
    expect(unfitCode(event(MARKET), 'marketAdjusted')).toBe('noResidualVariation');
    expect(unfitCode(event(MARKET.map((one) => 0.0007 + 1.3 * one)), 'market')).toBe('noResidualVariation');
    expect(unfitCode(event(MARKET.map((one) => 0.0007 + 1.3 * one)), 'factors')).toBe('noResidualVariation');
  });

  it('is one whose market stood still', () => {
    const still = MARKET.map((one, row) => (row < 11 ? 0.1 : one));
    for (const model of ['market', 'scholesWilliams', 'factors'] as const) {
      expect(unfitCode(event(OWN, {}, still), model)).toBe('noFactorVariation');
    }
    expect(unfitCode(event(OWN, {}, still), 'dimson')).toBe('collinearFactors');
  });

  it('is one whose factors explain each other', () => {
    const one = event(OWN);
    const [market] = one.series.factors;
    const double = { ...one, series: { ...one.series, factors: [market!, market!.map((value) => 0.01 - 2 * value)] } };
    expect(unfitCode(double, 'factors')).toBe('collinearFactors');
  });

  it.each<[ModelName, number]>([
    ['meanAdjusted', 2],
    ['marketAdjusted', 2],
    ['market', 3],
    ['factors', 3],
    ['scholesWilliams', 3],
    ['dimson', 5],
  ])('is one with too few days for the %s model, which needs %i', (model, needed) => {
    // Scholes-Williams and Dimson do without the first and the last estimation day, rows 2 and 10.
    const days =
      model === 'scholesWilliams' || model === 'dimson' ? [3, 4, 5, 6, 7, 8, 9] : [2, 3, 4, 5, 6, 7, 8, 9, 10];
    const keeping = (count: number) => event(without(OWN, ...days.slice(count)));
    expect(unfitCode(keeping(needed), model)).toBeUndefined();
    expect(unfitCode(keeping(needed - 1), model)).toBe('tooFewEstimationDays');
  });

  it('is one whose numbers cannot be squared', () => {
    expect(unfitCode(event(OWN.map((one) => one * 1e300)), 'market')).toBe('extremeValues');
    expect(unfitCode(event(OWN.map((one) => one * 1e-200)), 'meanAdjusted')).toBe('extremeValues');
    expect(unfitCode(event(OWN.map((one) => one * 1e-200)), 'factors')).toBe('extremeValues');
  });

  it.each(['market', 'factors', 'scholesWilliams', 'dimson'] as const)(
    'is one whose market cannot be squared, which did not stand still: %s',
    (model) => {
      for (const size of [1e200, 1e-200]) {
        const market = MARKET.map((one) => one * size);
        expect(unfitCode(event(OWN, {}, market), model)).toBe('extremeValues');
      }
    },
  );

  it('is one whose market goes back each day by what it came, where Scholes and Williams have no answer', () => {
    const swinging = MARKET.map((one, row) => (row % 2 === 0 ? 0.01 : -0.01) + one / 1_000);
    const { code, message } = panelOf(event(OWN, {}, swinging), { ...OPTIONS, model: 'scholesWilliams' }).unfit[0]!;
    expect(code).toBe('reversingMarket');
    expect(message).toContain('correlation with its previous day is -1/2 or lower');
    expect(unfitCode(event(OWN, {}, swinging), 'market')).toBeUndefined();
  });
});

describe('a study that cannot be computed', () => {
  const refused =
    (options: Partial<PanelOptions>, one = event(OWN)) =>
    () =>
      panelOf(one, { ...OPTIONS, ...options });
  const code = (expected: string) => expect.objectContaining({ name: 'StudyError', code: expected }) as Error;

  it('measures what is normal on the event itself', () => {
    expect(refused({ estimation: { from: -10, to: 0 } })).toThrow(code('estimationOverlapsEvent'));
    expect(refused({ estimation: { from: -10, to: 0 } })).toThrow(/\[-10, 0\] overlaps the event window \[0, 2\]/);
  });

  it('may measure it after the event', () => {
    expect(panelOf(event(OWN, { day0: 2 }), { ...OPTIONS, estimation: { from: 4, to: 12 } }).n).toBe(1);
  });

  it('has windows that are none, reach too far, or none at all', () => {
    expect(refused({ event: { from: 2, to: 0 } })).toThrow(code('invalidWindow'));
    expect(refused({ event: { from: 0, to: 1.5 } })).toThrow(code('invalidWindow'));
    expect(refused({ windows: [{ from: 0, to: 3 }] })).toThrow(code('windowOutsideEvent'));
    expect(refused({ windows: [] })).toThrow(code('noWindows'));
    expect(refused({ dimson: { lags: -1, leads: 1 } })).toThrow(code('invalidDimson'));
  });

  it('lacks a market, or has other factors in one series than in another', () => {
    const bare = event(OWN);
    const none = { ...bare, series: { ...bare.series, factors: [] } };
    expect(refused({}, none)).toThrow(code('missingFactor'));
    expect(panelOf(none, { ...OPTIONS, model: 'meanAdjusted' }).n).toBe(1);
    expect(() => complete(buildPanel([none, bare], { ...OPTIONS, model: 'meanAdjusted' }))).toThrow(
      code('unequalFactors'),
    );
  });

  it('has a day 0 that is no row, or columns of different length', () => {
    expect(refused({}, event(OWN, { day0: -1 }))).toThrow(code('invalidDay0'));
    expect(refused({}, event(OWN, { day0: 16 }))).toThrow(code('invalidDay0'));
    expect(refused({}, event(OWN, {}, MARKET.slice(1)))).toThrow(code('unequalLengths'));
  });

  it('has a return without end', () => {
    const endless = MARKET.map((one, row) => (row === 4 ? -Infinity : one));
    expect(refused({}, event(endless))).toThrow(code('infiniteValue'));
    expect(refused({}, event(OWN, {}, endless))).toThrow(/Row 4 of ACME .* is -Infinity/);
  });
});
