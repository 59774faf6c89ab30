import { deviationOf, meanOf, varies } from '../metrics/moments';

/** The Sharpe ratio of the last `window` periods at each of them, annualised; null until there are so many. */
export function rollingSharpe(
  returns: readonly number[],
  window: number,
  { periodsAYear, riskFreeRate }: { readonly periodsAYear: number; readonly riskFreeRate: number },
): readonly (number | null)[] {
  const riskFree = (1 + riskFreeRate) ** (1 / periodsAYear) - 1;
  return returns.map((_, at) => {
    if (at + 1 < window) return null;
    const last = returns.slice(at + 1 - window, at + 1);
    if (!varies(last)) return null;
    return ((meanOf(last) - riskFree) / deviationOf(last)) * Math.sqrt(periodsAYear);
  });
}

/** Half a year, and no fewer than three periods. */
export function rollingWindow(periodsAYear: number): number {
  return Math.max(3, Math.round(periodsAYear / 2));
}
