import { logMinusExcess, SETTLED, stirlingError } from './gamma';

const TINY = 1e-300;
/** The fraction needs some square root of a + b terms; past this the arguments are beyond what double precision can tell. */
const MOST_TERMS = 1_000_000;

/** ln B(a, b) = ln Γ(a) + ln Γ(b) - ln Γ(a + b), for a, b > 0, without the cancellation of the three. */
export function logBeta(a: number, b: number): number {
  checkShapes(a, b);
  const sum = a + b;
  const errors = stirlingError(a) + stirlingError(b) - stirlingError(sum);
  return 0.5 * Math.log((2 * Math.PI * (sum / a)) / b) + a * logShare(a, b) + b * logShare(b, a) + errors;
}

/** ln(a / (a + b)). */
function logShare(a: number, b: number): number {
  return a > b ? -Math.log1p(b / a) : Math.log(a / (a + b));
}

/**
 * The regularised incomplete beta function I_x(a, b), for a, b > 0. `y` is 1 - x, given apart where the caller knows it
 * better than the subtraction would. Exact to some 1e-13 of its value down to the smallest numbers there are; what is
 * near 1 is 1 less the other side.
 *
 *     incompleteBeta(0.2, 2, 3); // 0.1808
 */
export function incompleteBeta(x: number, a: number, b: number, y = 1 - x): number {
  checkShapes(a, b);
  if (!(x >= 0 && y >= 0 && x <= 1)) throw new RangeError(`I_x(a, b) is asked at x = ${x}: give 0 to 1.`);
  if (x === 0) return 0;
  if (y === 0) return 1;
  return a * y >= b * x ? tail(x, a, b, y) : 1 - tail(y, b, a, x);
}

/** x^a y^b / B(a, b), in the form that holds for large a and b (Loader 2000). */
export function betaPower(x: number, a: number, b: number, y: number): number {
  const sum = a + b;
  const lean = x * b - y * a;
  const exponent =
    a * logMinusExcess((x / a) * sum, lean / a) +
    b * logMinusExcess((y / b) * sum, -lean / b) +
    stirlingError(sum) -
    stirlingError(a) -
    stirlingError(b);
  return Math.sqrt((a / sum) * (b / (2 * Math.PI))) * Math.exp(exponent);
}

/** The continued fraction of Didonato and Morris (1992, eq. 9), which uses a y - b x as one number: no digit is lost where x is near 1. */
function tail(x: number, a: number, b: number, y: number): number {
  const power = betaPower(x, a, b, y);
  if (power === 0) return 0;
  const lean = a * y - b * x + 1;
  let value = (a * lean) / (a + 1) || TINY;
  let above = value;
  let below = 0;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const middle = a + 2 * m - 1;
    const turn = m * (b - m) * x;
    const numerator = ((a + m - 1) / middle) * ((a + b + m - 1) / middle) * turn * x;
    const term = m + turn / middle + ((a + m) * (lean + m * (1 + y))) / (middle + 2);
    below = 1 / (term + numerator * below || TINY);
    above = term + numerator / above || TINY;
    const factor = above * below;
    value *= factor;
    if (Math.abs(factor - 1) < SETTLED) return power / value;
  }
  throw new RangeError(`I_x(${a}, ${b}) does not settle at x = ${x}.`);
}

function checkShapes(a: number, b: number): void {
  if (!(a > 0 && b > 0 && Number.isFinite(a) && Number.isFinite(b))) {
    throw new RangeError(`the beta function is asked with a = ${a}, b = ${b}: give finite numbers above 0.`);
  }
}
