/**
 * The exact two-sided p-value of a number of runs among `a` letters of one kind and `b` of the other, all orders being
 * alike: twice the smaller tail, 1 at most.
 *
 * The probabilities are built from one near the middle by the quotients of neighbours, all of them positive: nothing is
 * subtracted, and no factorial can overflow.
 */
export function exactRunsP(a: number, b: number, runs: number): number {
  const weights = weightsOfRuns(a, b);
  let [lower, upper, all] = [0, 0, 0];
  weights.forEach((weight, count) => {
    all += weight;
    if (count <= runs) lower += weight;
    if (count >= runs) upper += weight;
  });
  return Math.min(1, (2 * Math.min(lower, upper)) / all);
}

/**
 * Of each number of runs, up to a common factor. With k runs of either kind (2k in all) there are
 * 2 C(a-1, k-1) C(b-1, k-1) orders, so that w(2k+2) / w(2k) = (a-k)(b-k) / k^2; one run more of either kind gives
 * w(2k+1) / w(2k) = (a+b-2k) / 2k.
 */
function weightsOfRuns(a: number, b: number): Float64Array {
  const most = Math.min(a, b);
  const weights = new Float64Array(2 * most + 2);
  const middle = Math.min(most, Math.max(1, Math.round((a * b) / (a + b))));
  weights[2 * middle] = 1;
  for (let k = middle; k < most; k++) weights[2 * k + 2] = weights[2 * k]! * (((a - k) / k) * ((b - k) / k));
  for (let k = middle - 1; k >= 1; k--) weights[2 * k] = weights[2 * k + 2]! / (((a - k) / k) * ((b - k) / k));
  for (let k = 1; k <= most; k++) weights[2 * k + 1] = (weights[2 * k]! * (a + b - 2 * k)) / (2 * k);
  return weights;
}
