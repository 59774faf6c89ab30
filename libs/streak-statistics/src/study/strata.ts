import type { BaseDirection } from './comparisons';

/** Direction and length of the run in force at base as one number: 0 none, 2 length - 1 falling, 2 length rising. */
export function stratumOf(sign: number, lengthAtBase: number): number {
  if (sign === 0) return 0;
  return sign < 0 ? 2 * lengthAtBase - 1 : 2 * lengthAtBase;
}

export function directionOf(stratum: number): Exclude<BaseDirection, 'any'> {
  if (stratum === 0) return 'none';
  return stratum % 2 === 1 ? 'falling' : 'rising';
}

export function lengthAtBaseOf(stratum: number): number {
  return Math.ceil(stratum / 2);
}

export function isWithin(stratum: number, direction: BaseDirection): boolean {
  return direction === 'any' || directionOf(stratum) === direction;
}
