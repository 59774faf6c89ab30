import { periodsAYearOf, type ReturnSeries } from '@streakline/performance';
import { UsageError } from '../failures';
import type { ReturnsCsv } from './returns-csv';

export interface NamedReturns extends ReturnsCsv {
  readonly file: string;
}

/** Returns beside those of their benchmark on the same dates, with what had to be left out. */
export interface Paired {
  readonly series: ReturnSeries;
  readonly warnings: readonly string[];
}

/** Of one rate and another: every day beside sessions may be compared, months beside sessions may not. */
const MOST_APART = 2;

/**
 * A month's return beside a benchmark's of its last day gives a beta and an alpha that mean nothing, and nothing would show
 * it: rates too far apart are refused, as is a benchmark without any of the dates.
 */
export function paired(own: NamedReturns, other: NamedReturns): Paired {
  const [rate, otherRate] = [periodsAYearOf(own.dates), periodsAYearOf(other.dates)];
  if (Math.max(rate, otherRate) > MOST_APART * Math.min(rate, otherRate))
    throw new UsageError(
      `${own.file} has ${rate} periods a year by its dates, ${other.file} ${otherRate}: give both with the same periods`,
    );
  const byDate = new Map(other.dates.map((date, at) => [date, other.returns[at]!]));
  const benchmark = own.dates.map((date) => byDate.get(date) ?? null);
  const [first = '', last = ''] = [own.dates[0], own.dates.at(-1)];
  const missing = benchmark.filter((value) => value === null).length;
  if (missing === own.dates.length)
    throw new UsageError(`${other.file} has none of the dates from ${first} to ${last}: nothing can be compared`);
  const dates = new Set(own.dates);
  const passed = other.dates.filter((date) => first < date && date < last && !dates.has(date)).length;
  const warnings = [
    ...(missing === 0 ? [] : [`${other.file} has no row for ${missing} of ${own.dates.length} dates`]),
    ...(passed === 0 ? [] : [`${own.file} has no row for ${passed} dates within it that ${other.file} has`]),
  ].map((fact) => `${fact}: they are left out of what is compared`);
  return { series: { dates: own.dates, returns: own.returns, benchmark }, warnings };
}
