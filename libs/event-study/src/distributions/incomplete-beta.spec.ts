import fc from 'fast-check';
import { incompleteBeta, logBeta, logGamma } from '../index';
import { farOff } from '../../test/far-off';

/** x, a, b, I_x(a, b): by mpmath with 60 digits. */
const shares: readonly [number, number, number, number][] = [
  [1e-12, 0.5, 0.5, 6.366197723676875e-7],
  [0.01, 0.5, 0.5, 0.06376856085851985],
  [0.2, 0.5, 0.5, 0.2951672353008666],
  [0.3333, 0.5, 0.5, 0.3918040438413287],
  [0.34, 0.5, 0.5, 0.3963170839725418],
  [0.5, 0.5, 0.5, 0.5],
  [0.7, 0.5, 0.5, 0.6309898804344546],
  [0.999, 0.5, 0.5, 0.9798649583666225],
  [1e-12, 1, 3, 2.999999999997e-12],
  [0.01, 1, 3, 0.029701],
  [0.2, 1, 3, 0.48800000000000004],
  [0.3333, 1, 3, 0.7036592570369999],
  [0.34, 1, 3, 0.712504],
  [0.5, 1, 3, 0.875],
  [0.7, 1, 3, 0.973],
  [0.999, 1, 3, 0.999999999],
  [1e-12, 2.5, 40, 3.188598021228392e-27],
  [0.01, 2.5, 40, 0.024193143941614193],
  [0.2, 2.5, 40, 0.9972681171982678],
  [0.3333, 2.5, 40, 0.9999962648029785],
  [0.34, 2.5, 40, 0.9999974360856823],
  [0.5, 2.5, 40, 0.9999999999335462],
  [0.01, 100, 0.3, 1.3386579765700387e-202],
  [0.2, 100, 0.3, 1.9666687580838462e-72],
  [0.3333, 100, 0.3, 3.380101677245423e-50],
  [0.34, 100, 0.3, 2.4906656870765874e-49],
  [0.5, 100, 0.3, 1.6919786942607425e-32],
  [0.7, 100, 0.3, 9.832070217049383e-18],
  [0.999, 100, 0.3, 0.45454206065002767],
  [0.3333, 100000, 200000, 0.4847242002495962],
  [1e-12, 7, 7, 1.7159999999909907e-81],
  [0.01, 7, 7, 1.6278881392003243e-11],
  [0.2, 7, 7, 0.007003561164800002],
  [0.3333, 7, 7, 0.10349103332971278],
  [0.34, 7, 7, 0.11347324427434764],
  [0.5, 7, 7, 0.5],
  [0.7, 7, 7, 0.9376247882008],
];

/** a, b, ln B(a, b): by mpmath with 60 digits. */
const betas: readonly [number, number, number][] = [
  [0.5, 0.5, 1.1447298858494002],
  [0.001, 3, 6.906255903607402],
  [1, 7, -1.9459101490553132],
  [3, 2.5, -2.979983916585852],
  [12, 0.5, -0.6596747231378598],
  [500, 0.5, -2.5346891063280625],
  [500000, 0.5, -5.988816495777464],
  [500000, 500000, -693152.4762292606],
  [1000000000, 2.5, -51.52348172376811],
];

/** a, ln Γ(a): by mpmath with 60 digits. */
const gammas: readonly [number, number][] = [
  [0.001, 6.907178885383853],
  [0.1, 2.252712651734206],
  [0.5, 0.5723649429247001],
  [1.5, -0.12078223763524522],
  [2.5, 0.2846828704729192],
  [5, 3.1780538303479458],
  [9.99, 12.779315214350193],
  [15.999, 27.89653040276015],
  [16, 27.89927138384089],
  [40, 106.63176026064346],
  [1000, 5905.220423209181],
  [10000000, 151180949.3694739],
];

describe('the beta and gamma functions', () => {
  it('hold 1e-12 of their value', () => {
    expect(farOff(shares, 1e-12, ([x, a, b]) => incompleteBeta(x, a, b))).toEqual([]);
    expect(farOff(betas, 1e-13, ([a, b]) => logBeta(a, b))).toEqual([]);
    expect(farOff(gammas, 1e-13, ([a]) => logGamma(a))).toEqual([]);
  });

  it('go from 0 to 1, and with a the other side from 1 to 0', () => {
    const shape = fc.double({ min: 0.1, max: 1000, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1024 }), shape, shape, (part, a, b) => {
        const x = part / 1024;
        const here = incompleteBeta(x, a, b);
        expect(here).toBeGreaterThanOrEqual(0);
        expect(here + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 11);
        expect(incompleteBeta(Math.min(1, x + 1 / 1024), a, b)).toBeGreaterThanOrEqual(here - 1e-12);
      }),
    );
  });

  it('refuse shapes and places that they have not', () => {
    expect(() => incompleteBeta(1.5, 1, 1)).toThrow(RangeError);
    expect(() => incompleteBeta(0.5, 0, 1)).toThrow(RangeError);
    expect(() => logBeta(1, Infinity)).toThrow(RangeError);
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});
