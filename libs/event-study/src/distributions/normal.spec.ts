import { normalQuantile, normalTail, studentQuantile, twoSidedNormal } from '../index';
import { farOff } from '../../test/far-off';

/** z, P(Z >= z): erfc(z / √2) / 2 by mpmath with 60 digits. */
const tails: readonly [number, number][] = [
  [-8, 0.9999999999999993],
  [-3, 0.9986501019683699],
  [-2.1, 0.9821355794371834],
  [-1, 0.8413447460685429],
  [-0.3, 0.6179114221889527],
  [0, 0.5],
  [1e-9, 0.49999999960105773],
  [0.1, 0.460172162722971],
  [0.5, 0.3085375387259869],
  [1, 0.15865525393145705],
  [1.5, 0.06680720126885807],
  [1.99, 0.023295467750211823],
  [2, 0.02275013194817921],
  [2.01, 0.022215594429431485],
  [2.5, 0.006209665325776135],
  [3, 0.0013498980316300946],
  [4, 3.1671241833119924e-5],
  [5, 2.866515718791939e-7],
  [6, 9.86587645037698e-10],
  [7, 1.279812543885835e-12],
  [7.9413, 1.000365556057407e-15],
  [8, 6.220960574271784e-16],
  [9.5, 1.0494515075362608e-21],
  [12, 1.776482112077679e-33],
  [20, 2.7536241186062337e-89],
  [30, 4.906713927148187e-198],
  [37, 5.725571222524577e-300],
];

/** p, the z below which it lies: mpmath's root of the same function. */
const quantiles: readonly [number, number][] = [
  [1e-300, -37.0470962993612],
  [1e-100, -21.273453560965326],
  [1e-15, -7.941345326170997],
  [1e-10, -6.361340902404057],
  [1e-6, -4.753424308822899],
  [0.001, -3.0902323061678136],
  [0.025, -1.9599639845400543],
  [0.1, -1.2815515655446004],
  [0.2499, -0.67480447011061],
  [0.2501, -0.674175097074659],
  [0.4, -0.2533471031357997],
  [0.4999, -0.00025066283008800747],
];

describe('the normal distribution', () => {
  it('has its upper tail to 1e-13 of its value, far beyond p = 1e-15', () => {
    expect(farOff(tails, 1e-13, ([z]) => normalTail(z))).toEqual([]);
  });

  it('has two tails in a two-sided p-value, whichever the sign', () => {
    expect(twoSidedNormal(0)).toBe(1);
    expect(twoSidedNormal(-3)).toBe(2 * normalTail(3));
    expect(twoSidedNormal(Infinity)).toBe(0);
    expect(normalTail(-Infinity)).toBe(1);
  });

  it('has its quantiles to 1e-13 of their value', () => {
    expect(farOff(quantiles, 1e-13, ([p]) => normalQuantile(p))).toEqual([]);
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(studentQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
  });

  it('does not answer what has no answer', () => {
    expect(() => normalTail(Number.NaN)).toThrow(RangeError);
    for (const p of [0, 1, -0.1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});
