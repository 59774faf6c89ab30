import { drawEvents } from './drawn-events';
import { generateMarket } from './generated-market';
import { countRejections, percentOf } from './rejections';

const market = generateMarket({ seed: 1, instruments: 21, sessions: 2_520 });
const span = { estimation: { from: -260, to: -11 }, event: { from: -1, to: 1 } };
const nothing = { effect: 0, loud: false, sameDay: false };

const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
const centred = (values: Iterable<number>) => {
  const all = [...values];
  const middle = mean(all);
  return all.map((one) => one - middle);
};
const correlation = (a: readonly number[], b: readonly number[]) =>
  mean(a.map((one, at) => one * b[at]!)) / Math.sqrt(mean(a.map((one) => one ** 2)) * mean(b.map((one) => one ** 2)));

describe('the generated market', () => {
  it('is the same for the same seed, and another for another', () => {
    const [one, again, other] = [1, 1, 2].map((seed) => generateMarket({ seed, instruments: 2, sessions: 50 }));
    expect(again).toEqual(one);
    expect(other!.market).not.toEqual(one!.market);
  });

  it('has ten years of weekdays', () => {
    expect(market.days).toHaveLength(2_520);
    const weekdays = new Set(Array.from(market.days, (day) => new Date(day * 86_400_000).getUTCDay()));
    expect([...weekdays].sort()).toEqual([1, 2, 3, 4, 5]);
    expect(new Date(market.days[0]! * 86_400_000).toISOString().slice(0, 10)).toBe('2015-01-05');
  });

  it('has fat tails, and loud days in rows, as daily returns have them', () => {
    const own = market.instruments.map(({ returns }) => centred(returns));
    const kurtosis = own.map(
      (values) => mean(values.map((one) => one ** 4)) / mean(values.map((one) => one ** 2)) ** 2,
    );
    expect(mean(kurtosis)).toBeGreaterThan(4);
    const memory = own.map((values) => {
      const squares = centred(values.map((one) => one ** 2));
      return correlation(squares.slice(1), squares.slice(0, -1));
    });
    expect(mean(memory)).toBeGreaterThan(0.02);
  });

  it('has a market that its instruments follow by their betas, and firms of one industry that move together beside it', () => {
    const factor = centred(market.market);
    const left = market.instruments.map(({ beta, returns }) => {
      const values = centred(returns);
      const found = mean(values.map((one, at) => one * factor[at]!)) / mean(factor.map((one) => one ** 2));
      expect(Math.abs(found - beta)).toBeLessThan(0.35);
      return values.map((one, at) => one - found * factor[at]!);
    });
    expect(correlation(left[0]!, left[10]!)).toBeGreaterThan(0.1);
    expect(Math.abs(correlation(left[0]!, left[1]!))).toBeLessThan(0.1);
  });
});

describe('events drawn from it', () => {
  const draw = (scenario = nothing) => drawEvents(market, scenario, span, { seed: 7, count: 20 });

  it('have what was planted on day 0 and nothing else, on the same instruments and days', () => {
    const [plain, moved] = [draw(), draw({ ...nothing, effect: 0.01 })];
    moved.forEach(({ firm, day0, series }, at) => {
      const without = plain[at]!;
      expect(firm).toBe(without.firm);
      const added = Array.from(series.returns, (one, row) => one - without.series.returns[row]!);
      expect(added[day0]).toBeCloseTo(0.01, 14);
      expect(added.filter((one) => one !== 0)).toHaveLength(1);
    });
    expect(new Set(plain.map(({ firm }) => firm)).size).toBe(20);
  });

  it('lie on days of their own, or all on one where asked', () => {
    const days = (scenario = nothing) => new Set(draw(scenario).map(({ day0, series }) => series.days[day0]));
    expect(days().size).toBeGreaterThan(15);
    expect(days({ ...nothing, sameDay: true }).size).toBe(1);
  });
});

describe('the tests on it', () => {
  const whole = generateMarket({ seed: 1, instruments: 60, sessions: 800 });
  const rejections = (scenario = nothing) => {
    const steps = countRejections(whole, scenario, { studies: 25, events: 30, level: 0.05, seed: 3 });
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value.filter(({ place }) => place === 'day 0');
    }
  };

  // 25 studies show a gross fault alone: how often each test rejects is told by bench/study-size-and-power.
  it('do not reject far from their nominal rate where nothing was planted', () => {
    const odd = rejections().filter((one) => percentOf(one, 0.999).lower > 5);
    expect(odd.map(({ test }) => test)).toEqual([]);
  });

  it('find two percent on day 0', () => {
    const blind = rejections({ ...nothing, effect: 0.02 }).filter((one) => percentOf(one).percent < 90);
    expect(blind.map(({ test }) => test)).toEqual([]);
  });
});
