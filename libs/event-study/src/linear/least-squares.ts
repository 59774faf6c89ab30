import { Householder } from './householder';

/** What least squares found: y = X coefficients + residuals. */
export interface LeastSquares {
  readonly outcome: 'fit';
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  /** Sum of the squared residuals. */
  readonly residualSquares: number;
  /** Rows less columns. */
  readonly degreesOfFreedom: number;
  /** √(residualSquares / degreesOfFreedom); null where as many columns as rows leave nothing to judge by. */
  readonly residualSd: number | null;
  /** R of X = QR, for `leverage` and `inverseGram`. */
  readonly decomposition: Householder;
}

/** Why there is no one answer: fewer rows than columns, or a column that the ones before it add up to (or that is zero). */
export type NoLeastSquares =
  | { readonly outcome: 'tooFewRows'; readonly rows: number; readonly columns: number }
  | { readonly outcome: 'dependentColumn'; readonly column: number };

/**
 * Ordinary least squares by Householder's QR, which keeps twice the digits that the normal equations keep. An intercept
 * is a column of ones. A column of which less than 1e-12 of its length stands beside those before it counts as dependent
 * on them. RangeError where lengths differ or a number is not finite.
 *
 *     leastSquares([Float64Array.of(1, 1, 1), Float64Array.of(0, 1, 2)], Float64Array.of(1, 3, 5));
 *     // { outcome: 'fit', coefficients: [1, 2], residualSquares: 0, degreesOfFreedom: 1, residualSd: 0, ... }
 */
export function leastSquares(columns: readonly Float64Array[], y: Float64Array): LeastSquares | NoLeastSquares {
  const rows = y.length;
  const parameters = columns.length;
  [...columns, y].forEach((column, place) => checkColumn(column, place, rows));
  if (rows < parameters) return { outcome: 'tooFewRows', rows, columns: parameters };
  const decomposition = new Householder(rows, parameters);
  columns.forEach((column, place) => decomposition.columns[place]!.set(column));
  decomposition.y.set(y);
  const column = decomposition.solve(rows);
  if (column !== -1) return { outcome: 'dependentColumn', column };
  const { coefficients } = decomposition;
  const residuals = residualsOf(columns, y, coefficients);
  const residualSquares = residuals.reduce((sum, one) => sum + one * one, 0);
  const degreesOfFreedom = rows - parameters;
  const residualSd = degreesOfFreedom === 0 ? null : Math.sqrt(residualSquares / degreesOfFreedom);
  return { outcome: 'fit', coefficients, residuals, residualSquares, degreesOfFreedom, residualSd, decomposition };
}

/** x'(X'X)⁻¹x: the variance that the estimate itself adds to a forecast at x, over the residuals' variance. */
export function leverage({ decomposition }: LeastSquares, x: ArrayLike<number>): number {
  return decomposition.quadraticForm(x);
}

/** (X'X)⁻¹, K x K by rows. */
export function inverseGram({ decomposition }: LeastSquares): Float64Array {
  const size = decomposition.diagonal.length;
  // The columns of R⁻¹; (X'X)⁻¹ is R⁻¹ times itself turned.
  const inverse = Array.from({ length: size }, (_, unit) => inverseColumn(decomposition, unit));
  return Float64Array.from({ length: size * size }, (_, place) => {
    const [row, column] = [Math.floor(place / size), place % size];
    return inverse.reduce((sum, unit) => sum + unit[row]! * unit[column]!, 0);
  });
}

/** x with R x = the unit vector, from its own row up: those below are zero. */
function inverseColumn({ columns, diagonal }: Householder, unit: number): Float64Array {
  const x = new Float64Array(diagonal.length);
  for (let row = unit; row >= 0; row--) {
    let rest = Number(row === unit);
    for (let column = row + 1; column <= unit; column++) rest -= columns[column]![row]! * x[column]!;
    x[row] = rest / diagonal[row]!;
  }
  return x;
}

function checkColumn(column: Float64Array, place: number, rows: number): void {
  if (column.length !== rows) {
    throw new RangeError(`column ${place} has ${column.length} rows beside ${rows}: give all the same rows.`);
  }
  const odd = column.findIndex((one) => !Number.isFinite(one));
  if (odd === -1) return;
  throw new RangeError(`column ${place} has ${column[odd]!} in row ${odd}: leave such rows out on all sides.`);
}

function residualsOf(columns: readonly Float64Array[], y: Float64Array, coefficients: Float64Array): Float64Array {
  const residuals = Float64Array.from(y);
  columns.forEach((column, place) => {
    const slope = coefficients[place]!;
    for (let row = 0; row < residuals.length; row++) residuals[row]! -= slope * column[row]!;
  });
  return residuals;
}
