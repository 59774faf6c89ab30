import fc from 'fast-check';
import { buildPanel, complete, eventResult, type ModelName, type ReturnSeries } from '../index';

const ROWS = 40;
const EVENT = { from: -1, to: 3 };
const STUDY = { estimation: { from: -32, to: -5 }, event: EVENT, windows: [EVENT] };
const MODELS: readonly ModelName[] = [
  'meanAdjusted',
  'marketAdjusted',
  'market',
  'factors',
  'scholesWilliams',
  'dimson',
];

/** Returns in thousandths of a percent, so that they and their multiples are different numbers. */
const column = fc
  .array(fc.integer({ min: -9_999, max: 9_999 }), { minLength: ROWS, maxLength: ROWS })
  .map((values) => Float64Array.from(values, (one) => one / 1e5));
const series = fc.record({
  returns: column,
  market: column,
  other: column,
  gap: fc.integer({ min: 0, max: ROWS - 1 }),
});

type Made = typeof series extends fc.Arbitrary<infer T> ? T : never;

function resultOf(model: ModelName, { returns, market, other, gap }: Made, change = (one: number, _: number) => one) {
  const own = returns.map((one, row) => (row === gap ? Number.NaN : change(one, market[row]!)));
  const days = Int32Array.from(own, (_, row) => row);
  const told: ReturnSeries = { days, returns: own, factors: [market, other] };
  const event = { id: 'e', firm: 'f', group: null, series: told, day0: 34, omittedDays: [] };
  const panel = complete(buildPanel([event], { ...STUDY, model }));
  // Scholes and Williams have no answer where the market turns back on itself day by day.
  fc.pre(panel.n === 1);
  return eventResult(panel, 0);
}

function expectSame(actual: readonly (number | null)[], expected: readonly (number | null)[], scale = 1): void {
  actual.forEach((one, day) => {
    const other = expected[day]!;
    if (one === null) expect(other).toBeNull();
    else expect(Math.abs(one - scale * other)).toBeLessThan(1e-8 * Math.max(1, Math.abs(one)));
  });
}

describe.each(MODELS)('abnormal returns by the %s model', (model) => {
  it('grow with the returns and all their factors, and the standardised ones do not', () => {
    fc.assert(
      fc.property(series, (made) => {
        const times = (values: Float64Array) => values.map((one) => 8 * one);
        const large = { ...made, returns: times(made.returns), market: times(made.market), other: times(made.other) };
        const [small, grown] = [resultOf(model, made), resultOf(model, large)];
        expectSame(grown.ar, small.ar, 8);
        expectSame(grown.sar, small.sar);
        expectSame([grown.residualSd, grown.windows[0]!.scar], [8 * small.residualSd, small.windows[0]!.scar]);
      }),
      { numRuns: 40 },
    );
  });

  it('sum to the window, over the days that have one', () => {
    fc.assert(
      fc.property(series, (made) => {
        const { ar, windows } = resultOf(model, made);
        expect(windows[0]!.car).toBeCloseTo(
          ar.reduce<number>((sum, one) => sum + (one ?? 0), 0),
          14,
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(['market', 'factors', 'scholesWilliams', 'dimson'] as const)('the %s model', (model) => {
  it('takes away what a firm earns every day', () => {
    fc.assert(
      fc.property(series, (made) =>
        expectSame(resultOf(model, made, (one) => one + 0.01).ar, resultOf(model, made).ar),
      ),
      { numRuns: 40 },
    );
  });
});

it.each(['market', 'factors'] as const)('the %s model takes away what the market gives', (model) => {
  fc.assert(
    fc.property(series, (made) =>
      expectSame(resultOf(model, made, (one, market) => one + 2 * market).ar, resultOf(model, made).ar),
    ),
    { numRuns: 40 },
  );
});
