import { NotADateError, toDay } from '@streakline/market-time';
import { PerformanceError } from '../performance-error';

/** Returns period by period (a session each, as a rule), with those of what they are compared with. */
export interface ReturnSeries {
  /** Dates, YYYY-MM-DD, ascending: each return was earned by the end of its date. */
  readonly dates: readonly string[];
  /** Simple returns, fractions; parallel to `dates`. */
  readonly returns: readonly number[];
  /** Of the benchmark, parallel to `dates`; null where there is none that day. Left out or null: compared with nothing. */
  readonly benchmark?: readonly (number | null)[] | null;
}

/** @throws PerformanceError `invalidSeries`, naming the first place that is wrong */
export function checkSeries({ dates, returns, benchmark }: ReturnSeries): void {
  if (dates.length === 0) throw invalid('there are no returns: give at least one');
  if (returns.length !== dates.length)
    throw invalid(`there are ${dates.length} dates and ${returns.length} returns: give a return for each date`);
  if (benchmark && benchmark.length !== dates.length)
    throw invalid(
      `there are ${dates.length} dates and ${benchmark.length} returns of the benchmark: give one, or null, for each date`,
    );
  for (let at = 0; at < dates.length; at++) {
    checkDate(dates, at);
    checkReturn(dates[at]!, 'return', returns[at]!);
    const other = benchmark?.[at] ?? null;
    if (other !== null) checkReturn(dates[at]!, "benchmark's return", other);
  }
  checkGrowth(dates, 'returns', returns);
  checkGrowth(dates, "benchmark's returns", benchmark ?? []);
}

/** Percent taken for fractions compound beyond every number: then nothing after it has a value, a peak or a month. */
function checkGrowth(dates: readonly string[], what: string, returns: readonly (number | null)[]): void {
  let growth = 1;
  returns.forEach((one, at) => {
    growth *= 1 + (one ?? 0);
    if (!Number.isFinite(growth))
      throw invalid(
        `the ${what} up to ${dates[at]!} compound to more than a number holds: give fractions, not percent`,
      );
  });
}

function checkDate(dates: readonly string[], at: number): void {
  const date = dates[at]!;
  try {
    toDay(date);
  } catch (error) {
    if (error instanceof NotADateError) throw invalid(`date ${at + 1}: ${error.message}`);
    throw error;
  }
  const before = dates[at - 1];
  if (before !== undefined && before >= date)
    throw invalid(`${date} follows ${before}: give each date once, in ascending order`);
}

function checkReturn(date: string, what: string, value: number): void {
  if (!Number.isFinite(value)) throw invalid(`the ${what} of ${date} is ${value}: give a finite fraction`);
  if (value < -1)
    throw invalid(`the ${what} of ${date} is ${value}: nobody loses more than all; give fractions, not percent`);
}

function invalid(message: string): PerformanceError {
  return new PerformanceError('invalidSeries', message);
}
