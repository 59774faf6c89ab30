/** The compounded return of a month (`2026-02`) or a year (`2026`), as far as the series covers it. */
export interface CalendarReturn {
  readonly period: string;
  readonly return: number;
}

export function monthlyReturns(dates: readonly string[], returns: readonly number[]): readonly CalendarReturn[] {
  return compoundedBy('YYYY-MM'.length, dates, returns);
}

export function yearlyReturns(dates: readonly string[], returns: readonly number[]): readonly CalendarReturn[] {
  return compoundedBy('YYYY'.length, dates, returns);
}

/** By the first so many characters of the date. */
function compoundedBy(
  characters: number,
  dates: readonly string[],
  returns: readonly number[],
): readonly CalendarReturn[] {
  const growth = new Map<string, number>();
  dates.forEach((date, at) => {
    const period = date.slice(0, characters);
    growth.set(period, (growth.get(period) ?? 1) * (1 + returns[at]!));
  });
  return [...growth].map(([period, value]) => ({ period, return: value - 1 }));
}
