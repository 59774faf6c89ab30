/** A symmetric matrix as the sum of value x vector vector'. */
export interface Eigen {
  readonly values: Float64Array;
  /** Vector i is column i: element [row * size + i]. */
  readonly vectors: Float64Array;
}

const MOST_SWEEPS = 100;

/** Jacobi's rotations (Golub and Van Loan 8.5), for the small matrices of regressions. `matrix` is size x size by rows. */
export function symmetricEigen(matrix: Float64Array, size: number): Eigen {
  const work = Float64Array.from(matrix);
  const vectors = Float64Array.from({ length: size * size }, (_, at) => Number(at % (size + 1) === 0));
  for (let sweep = 0; sweep < MOST_SWEEPS && offDiagonal(work, size); sweep++) {
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(work, vectors, size, [p, q]);
  }
  return { values: Float64Array.from({ length: size }, (_, at) => work[at * size + at]!), vectors };
}

/** Whether anything stands beside the diagonal that its neighbours on it would notice. */
function offDiagonal(work: Float64Array, size: number): boolean {
  return work.some((value, at) => {
    const [row, column] = [Math.floor(at / size), at % size];
    if (row === column) return false;
    const scale = Math.sqrt(Math.abs(work[row * size + row]! * work[column * size + column]!));
    return Math.abs(value) > Number.EPSILON * 1e-2 * scale && value * value > Number.MIN_VALUE;
  });
}

function rotate(work: Float64Array, vectors: Float64Array, size: number, [p, q]: readonly [number, number]): void {
  const off = work[p * size + q]!;
  if (off === 0) return;
  const theta = (work[q * size + q]! - work[p * size + p]!) / (2 * off);
  const tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let k = 0; k < size; k++) turn(work, [k * size + p, k * size + q], cosine, sine);
  for (let k = 0; k < size; k++) turn(work, [p * size + k, q * size + k], cosine, sine);
  for (let k = 0; k < size; k++) turn(vectors, [k * size + p, k * size + q], cosine, sine);
  work[p * size + q] = 0;
  work[q * size + p] = 0;
}

function turn(of: Float64Array, [one, other]: readonly [number, number], cosine: number, sine: number): void {
  const [a, b] = [of[one]!, of[other]!];
  of[one] = cosine * a - sine * b;
  of[other] = sine * a + cosine * b;
}
