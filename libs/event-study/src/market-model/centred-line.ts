/** A line through points, with the sums about the means that its errors need. One object serves fit after fit. */
export interface CentredLine {
  observations: number;
  alpha: number;
  beta: number;
  meanX: number;
  /** Sum of squares of x about its mean. */
  ssx: number;
  /** Sum of the squared residuals. */
  sse: number;
  /** Sum of squares of y about its mean. */
  ssy: number;
  /** Sum of the squares of y itself, which tells residuals from rounding. */
  squares: number;
}

export function emptyLine(): CentredLine {
  return { observations: 0, alpha: 0, beta: 0, meanX: 0, ssx: 0, ssy: 0, sse: 0, squares: 0 };
}

/**
 * Least squares of y on x over `days` rows from `from` on, rows without both left out; false where fewer than two are
 * left, or x stood still. Nothing is allocated, and each row is read once: the sums are taken about the first usable
 * row and then moved to the means. Raw squares would lose digits where the mean is large beside the spread; about a row
 * of the data itself no more than a factor n of rounding can be lost, as that row's own square is part of the sum.
 */
export function fitCentredLine(
  y: Float64Array,
  x: Float64Array,
  from: number,
  days: number,
  line: CentredLine,
): boolean {
  const end = from + days;
  let first = from;
  while (first < end && Number.isNaN(x[first]! + y[first]!)) first++;
  const originX = x[first]!;
  const originY = y[first]!;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumXY = 0;
  let sumYY = 0;
  let n = 0;
  for (let row = first; row < end; row++) {
    const dx = x[row]! - originX;
    const dy = y[row]! - originY;
    const product = dx * dy;
    if (Number.isNaN(product)) continue;
    sumX += dx;
    sumY += dy;
    sumXX += dx * dx;
    sumXY += product;
    sumYY += dy * dy;
    n++;
  }
  line.observations = n;
  line.meanX = originX + sumX / n;
  line.ssx = sumXX - (sumX * sumX) / n;
  line.ssy = sumYY - (sumY * sumY) / n;
  drawLine(line, originY + sumY / n, sumXY - (sumX * sumY) / n);
  if (line.sse < FAR_FROM_ALL * line.ssy) line.sse = squaredResiduals(y, x, from, end, line);
  return n >= 2 && line.ssx > STILL * n * line.meanX * line.meanX;
}

function drawLine(line: CentredLine, meanY: number, sxy: number): void {
  line.beta = sxy / line.ssx;
  line.alpha = meanY - line.beta * line.meanX;
  line.sse = line.ssy - line.beta * sxy;
  line.squares = line.ssy + line.observations * meanY * meanY;
}

/** Where the line leaves less than this of y's squares, the difference of the sums has lost too many digits. */
const FAR_FROM_ALL = 0.01;

/** Of a constant, rounding leaves a sum of squares about the mean of up to some (n 1e-16)² of the mean's. */
const STILL = 1e-26;

function squaredResiduals(y: Float64Array, x: Float64Array, from: number, end: number, line: CentredLine): number {
  const { alpha, beta } = line;
  let sse = 0;
  for (let row = from; row < end; row++) {
    const residual = y[row]! - alpha - beta * x[row]!;
    if (!Number.isNaN(residual)) sse += residual * residual;
  }
  return sse;
}
