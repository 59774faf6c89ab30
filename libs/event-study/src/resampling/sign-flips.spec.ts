import { complete } from '../study/progress';
import { signFlips } from './sign-flips';

describe('flipping the signs of events', () => {
  it('looks at all ways where they are few', () => {
    // Of the 16 sums of ±1 ±2 ±0.5 ±3, four are at least 5.5 in size: 5.5 and 6.5 and their mirror images.
    const values = Float64Array.of(0.01, 0.02, -0.005, 0.03);
    expect(complete(signFlips(values, { flips: 100, seed: 1 }))).toEqual({ pValue: 4 / 16, flips: 16, exact: true });
  });

  it('does not let the last bits of a sum decide', () => {
    // In doubles 0.1 + 0.2 - 0.3 is 5.6e-17 and 0.3 - 0.2 - 0.1 is 2.8e-17: both are 0.
    const values = Float64Array.of(0.1, 0.2, -0.3);
    expect(complete(signFlips(values, { flips: 8, seed: 1 })).pValue).toBe(1);
  });

  it('draws some where they are many, and comes near the exact share', () => {
    const values = Float64Array.from({ length: 16 }, (_, i) => Math.sin(i + 1) / 100 + 0.003);
    const exact = complete(signFlips(values, { flips: 2 ** 16, seed: 1 }));
    const drawn = complete(signFlips(values, { flips: 20_000, seed: 1 }));
    expect([exact.exact, drawn.exact]).toEqual([true, false]);
    // Four standard errors of a share of 20,000.
    expect(Math.abs(drawn.pValue - exact.pValue)).toBeLessThan(
      4 * Math.sqrt((exact.pValue * (1 - exact.pValue)) / 20_000),
    );
  });

  it('can be left between steps', () => {
    const steps = signFlips(new Float64Array(1_000).fill(0.01), { flips: 5_000, seed: 1 });
    expect(steps.next().value).toEqual({ phase: 'permutation', done: 0, total: 5_000 });
    expect(steps.next().value).toEqual({ phase: 'permutation', done: 500, total: 5_000 });
  });
});
