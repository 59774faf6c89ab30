/** A column of which less than this share of its length stands beside those before it depends on them. */
const DEPENDENT = 1e-12;

/**
 * Least squares by Householder reflections (Golub and Van Loan, Matrix Computations, 5.2 and 5.3), which keep the digits
 * that forming X'X would square away. One object serves fit after fit of up to `maxRows` rows without allocating: fill
 * `columns` and `y`, then `solve`, which overwrites both.
 */
export class Householder {
  /** X, a column each; afterwards column k holds R's in its rows 0 to k - 1, and its reflection below. */
  readonly columns: readonly Float64Array[];
  /** Afterwards Q'y. */
  readonly y: Float64Array;
  /** R's diagonal. */
  readonly diagonal: Float64Array;
  readonly coefficients: Float64Array;
  /** Sum of the squared residuals. */
  sse = 0;
  private readonly part: Float64Array;

  constructor(maxRows: number, columns: number) {
    this.columns = Array.from({ length: columns }, () => new Float64Array(maxRows));
    this.y = new Float64Array(maxRows);
    this.diagonal = new Float64Array(columns);
    this.coefficients = new Float64Array(columns);
    this.part = new Float64Array(columns);
  }

  /** Fits the first `rows` rows, at least one a column. Returns -1, or the first column that depends on those before it. */
  solve(rows: number): number {
    const { columns, y } = this;
    for (let k = 0; k < columns.length; k++) {
      if (!this.turn(k, rows)) return k;
      for (let other = k + 1; other < columns.length; other++) reflect(columns[k]!, columns[other]!, k, rows);
      reflect(columns[k]!, y, k, rows);
    }
    this.sse = squares(y, columns.length, rows);
    this.substitute();
    return -1;
  }

  /** x'(X'X)⁻¹x: the variance that the estimate adds to a forecast at x, over the residuals'. */
  quadraticForm(x: ArrayLike<number>): number {
    const { columns, diagonal, part } = this;
    let sum = 0;
    for (let k = 0; k < columns.length; k++) {
      let rest = x[k]!;
      for (let before = 0; before < k; before++) rest -= columns[k]![before]! * part[before]!;
      part[k] = rest / diagonal[k]!;
      sum += part[k]! * part[k]!;
    }
    return sum;
  }

  /** Turns column k from row k on into its reflection, of unit length; false where nothing of the column is left. */
  private turn(k: number, rows: number): boolean {
    const column = this.columns[k]!;
    const left = Math.sqrt(squares(column, k, rows));
    const length = Math.hypot(Math.sqrt(squares(column, 0, k)), left);
    if (!(left > DEPENDENT * length)) return false;
    // Away from the diagonal's own sign, so that nothing cancels.
    const diagonal = column[k]! > 0 ? -left : left;
    column[k]! -= diagonal;
    const scale = 1 / Math.sqrt(squares(column, k, rows));
    for (let row = k; row < rows; row++) column[row]! *= scale;
    this.diagonal[k] = diagonal;
    return true;
  }

  private substitute(): void {
    const { columns, y, coefficients, diagonal } = this;
    for (let k = columns.length - 1; k >= 0; k--) {
      let rest = y[k]!;
      for (let after = k + 1; after < columns.length; after++) rest -= columns[after]![k]! * coefficients[after]!;
      coefficients[k] = rest / diagonal[k]!;
    }
  }
}

function squares(values: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let row = from; row < to; row++) sum += values[row]! * values[row]!;
  return sum;
}

/** The target less twice its part along a unit vector, from row k on. */
function reflect(unit: Float64Array, target: Float64Array, k: number, rows: number): void {
  let product = 0;
  for (let row = k; row < rows; row++) product += unit[row]! * target[row]!;
  product *= 2;
  for (let row = k; row < rows; row++) target[row]! -= product * unit[row]!;
}
