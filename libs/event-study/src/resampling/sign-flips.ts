import type { Stepwise } from '../study/progress';
import { seededRandom } from './random';

export interface SignFlips {
  readonly pValue: number;
  /** Ways to set the signs that were looked at. */
  readonly flips: number;
  /** All ways there are, not a seeded sample. */
  readonly exact: boolean;
}

const VALUES_A_STEP = 500_000;

/**
 * Two-sided p-value of the mean when each event's sign is a fair coin: without an effect an abnormal return is as likely
 * its own mirror image (Fisher 1935's randomisation of signs). All 2^n settings where they are no more than `flips`;
 * otherwise a seeded sample, (1 + as large) / (1 + flips).
 */
export function* signFlips(
  values: Float64Array,
  { flips, seed }: { flips: number; seed: number },
): Stepwise<SignFlips> {
  const n = values.length;
  const exact = n <= 30 && 2 ** n <= flips;
  const settings = exact ? 2 ** n : flips;
  const random = seededRandom(seed);
  const size = Math.abs(values.reduce((sum, value) => sum + value, 0));
  // Sums of the same numbers in another order differ in their last bits, which must not decide.
  const threshold = size - 1e-12 * values.reduce((sum, value) => sum + Math.abs(value), 0);
  const settingsAStep = Math.max(1, Math.floor(VALUES_A_STEP / Math.max(1, n)));
  let larger = 0;
  for (let setting = 0; setting < settings; setting++) {
    if (setting % settingsAStep === 0) yield { phase: 'permutation', done: setting, total: settings };
    const sum = exact ? sumWithSigns(values, () => setting) : sumWithSigns(values, random.bits);
    if (Math.abs(sum) >= threshold) larger++;
  }
  const pValue = exact ? larger / settings : (1 + larger) / (1 + settings);
  return { pValue, flips: settings, exact };
}

/** Takes 32 signs at a time from `bits`. */
function sumWithSigns(values: Float64Array, bits: () => number): number {
  let sum = 0;
  for (let start = 0; start < values.length; start += 32) {
    let signs = bits();
    const end = Math.min(start + 32, values.length);
    for (let i = start; i < end; i++) {
      sum += (signs & 1) === 0 ? values[i]! : -values[i]!;
      signs >>>= 1;
    }
  }
  return sum;
}
