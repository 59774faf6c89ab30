import fc from 'fast-check';
import { inverseGram, leastSquares, leverage, type LeastSquares } from '../index';

/** Longley 1967, NIST's data set for linear regression of higher difficulty: employed; deflator, GNP, unemployed, armed forces, population, year. */
const longley = [
  [60323, 83.0, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99.0, 365385, 1870, 3547, 115094, 1953],
  [63761, 100.0, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
];
const column = (place: number) => Float64Array.from(longley, (row) => row[place]!);
const ones = (rows: number) => new Float64Array(rows).fill(1);

function fitted(columns: readonly Float64Array[], y: Float64Array): LeastSquares {
  const fit = leastSquares(columns, y);
  if (fit.outcome !== 'fit') throw new Error(`no fit: ${fit.outcome}`);
  return fit;
}

describe('least squares', () => {
  it("holds the certified values of NIST's Longley problem, whose columns are almost dependent", () => {
    const fit = fitted([ones(16), ...[1, 2, 3, 4, 5, 6].map(column)], column(0));
    const certified = [
      [-3482258.63459582, 890420.383607373],
      [15.0618722713733, 84.9149257747669],
      [-0.035819179292591, 0.0334910077722432],
      [-2.02022980381683, 0.488399681651699],
      [-1.03322686717359, 0.214274163161675],
      [-0.0511041056535807, 0.22607320006937],
      [1829.15146461355, 455.478499142212],
    ];
    const inverse = inverseGram(fit);
    certified.forEach(([estimate, standardError], at) => {
      expect(fit.coefficients[at]! / estimate!).toBeCloseTo(1, 9);
      expect((Math.sqrt(inverse[at * 8]!) * fit.residualSd!) / standardError!).toBeCloseTo(1, 9);
    });
    expect(fit.residualSd! / 304.854073561965).toBeCloseTo(1, 10);
    expect(fit.residualSquares / 836424.055505915).toBeCloseTo(1, 9);
    expect(fit.degreesOfFreedom).toBe(9);
  });

  it('has leverages that add up to the number of columns, and those of a mean and a line as by hand', () => {
    const columns = [ones(16), column(1), column(6)];
    const fit = fitted(columns, column(0));
    const each = longley.map((_, row) =>
      leverage(
        fit,
        columns.map((one) => one[row]!),
      ),
    );
    expect(each.reduce((sum, one) => sum + one, 0)).toBeCloseTo(3, 10);
    const line = fitted([ones(3), Float64Array.of(0, 1, 2)], Float64Array.of(1, 3, 4));
    expect(leverage(line, [1, 5])).toBeCloseTo(1 / 3 + (5 - 1) ** 2 / 2, 13);
    expect(Array.from(line.coefficients)).toEqual([expect.closeTo(7 / 6, 14), expect.closeTo(1.5, 14)]);
  });

  it('names the first column that those before it add up to', () => {
    const [a, b] = [Float64Array.of(1, 2, 3, 5), Float64Array.of(2, 0, 1, 1)];
    const sum = a.map((one, at) => one * 0.1 + b[at]! * 7);
    const y = Float64Array.of(1, 2, 3, 4);
    expect(leastSquares([a, b, sum], y)).toEqual({ outcome: 'dependentColumn', column: 2 });
    expect(leastSquares([ones(4), new Float64Array(4), a], y)).toEqual({ outcome: 'dependentColumn', column: 1 });
  });

  it('says when rows are too few, and leaves no residual to judge by where they just suffice', () => {
    const y = Float64Array.of(1, 3);
    expect(leastSquares([ones(2), Float64Array.of(0, 1), Float64Array.of(1, 5)], y)).toEqual({
      ...{ outcome: 'tooFewRows', rows: 2, columns: 3 },
    });
    expect(leastSquares([ones(2), Float64Array.of(0, 1)], y)).toMatchObject({ residualSd: null, degreesOfFreedom: 0 });
  });

  it('refuses columns of different length and numbers that are none', () => {
    expect(() => leastSquares([ones(2)], ones(3))).toThrow(/2 rows beside 3/);
    expect(() => leastSquares([Float64Array.of(1, Number.NaN)], ones(2))).toThrow(/NaN in row 1/);
  });

  it('leaves residuals that no column explains any more', () => {
    const row = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: -100, max: 100 })));
    fc.assert(
      fc.property(fc.array(row, { minLength: 6, maxLength: 40 }), (rows) => {
        const columns = [ones(rows.length), ...[0, 1].map((place) => Float64Array.from(rows, (one) => one[place]!))];
        const fit = leastSquares(
          columns,
          Float64Array.from(rows, (one) => one[2]!),
        );
        if (fit.outcome !== 'fit') return;
        for (const one of columns) {
          expect(fit.residuals.reduce((sum, left, at) => sum + left * one[at]!, 0)).toBeCloseTo(0, 7);
        }
      }),
    );
  });
});
