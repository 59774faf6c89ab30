import type { ReturnSeries, StudyEvent } from '@streakline/event-study';
import { UsageError } from '../../failures';
import { dateOf, where } from './cells';
import type { EventsFile, FileEvent } from './events-file';
import type { ReturnsFile } from './returns-file';
import { requireWindows } from './required-windows';
import { tradedSeries } from './traded-series';

/** Which columns explain, where the files leave a choice. */
export interface FactorChoice {
  /** The market's column; MKT, or the first column that no event names, where none is given. */
  readonly market?: string;
  /** Columns of the factor model; all that no event names, in the file's order, where none are given. */
  readonly factors?: readonly string[];
  /** Whether ln(1 + r) of the firms' and the market's returns is studied; other factors stay as they are. */
  readonly logReturns?: boolean;
  /** Whether a return after empty cells is one over the gap. */
  readonly tradeToTrade?: boolean;
}

/** Two files, put together. */
export interface FileStudy {
  readonly returns: ReturnsFile;
  readonly events: EventsFile;
  /** Null where every column is a firm: then only the mean-adjusted model applies. */
  readonly market: string | null;
  readonly factors: readonly string[];
  readonly logReturns: boolean;
  readonly tradeToTrade: boolean;
}

/**
 * Refuses, with file and line, events of firms and on dates that the returns do not have, windows longer than they are,
 * and unknown columns.
 */
export function putTogether(returns: ReturnsFile, events: EventsFile, choice: FactorChoice): FileStudy {
  for (const event of events.events) requireReturns(event, events.file, returns);
  requireWindows(events, returns);
  const firms = new Set(events.events.map(({ firm }) => firm));
  const free = [...returns.columns.keys()].filter((name) => !firms.has(name));
  for (const name of [...(choice.market === undefined ? [] : [choice.market]), ...(choice.factors ?? [])])
    requireFactor(name, free, returns);
  const market = choice.market ?? free.find((name) => name === 'MKT') ?? free[0] ?? null;
  const { factors = free, logReturns = false, tradeToTrade = false } = choice;
  return { returns, events, market, factors, logReturns, tradeToTrade };
}

/** The events with their rows, each with these factor columns. */
export function studyEvents(study: FileStudy, factors: readonly string[]): readonly StudyEvent[] {
  const { days } = study.returns;
  const factorReturns = factors.map((name) => valuesOf(study, name, name === study.market));
  const series = new Map<string, ReturnSeries>();
  return study.events.events.map(({ id, firm, group, day }) => {
    let own = series.get(firm);
    if (own === undefined) {
      own = { days, returns: valuesOf(study, firm, true), factors: factorReturns };
      if (study.tradeToTrade) own = tradedSeries(own, study.logReturns ? 'log' : 'simple');
      series.set(firm, own);
    }
    return { id, firm, group, series: own, day0: rowOf(days, day), omittedDays: [] };
  });
}

function valuesOf({ returns, logReturns }: FileStudy, name: string, isReturn: boolean): Float64Array {
  const values = returns.columns.get(name) ?? new Float64Array();
  if (!logReturns || !isReturn) return values;
  const impossible = values.findIndex((value) => value <= -1);
  if (impossible < 0) return values.map((value) => Math.log1p(value));
  const date = dateOf(returns.days[impossible]!);
  throw new UsageError(`${returns.file}: ${name} on ${date}: a return of -100% or less has no logarithm`);
}

function requireReturns({ line, firm, day }: FileEvent, file: string, returns: ReturnsFile): void {
  if (!returns.columns.has(firm))
    throw new UsageError(`${where({ file, line, column: 'firm' })} ${firm} is no column of ${returns.file}`);
  if (rowOf(returns.days, day) >= 0) return;
  const next = returns.days.find((each) => each > day);
  const hint = next === undefined ? `its last is ${dateOf(returns.days.at(-1) ?? 0)}` : `the next is ${dateOf(next)}`;
  const place = where({ file, line, column: 'event_date' });
  throw new UsageError(`${place} ${dateOf(day)} is no row of ${returns.file}; ${hint}`);
}

function requireFactor(name: string, free: readonly string[], { file, columns }: ReturnsFile): void {
  if (free.includes(name)) return;
  if (columns.has(name)) throw new UsageError(`${name} is a firm of the events, so it can be no factor`);
  const choice = free.length === 0 ? 'has no column beside the firms' : `has ${free.join(', ')} beside the firms`;
  throw new UsageError(`there is no column ${name} in ${file}, which ${choice}`);
}

/** Row of a day; -1 where it has none. Days ascend. */
function rowOf(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (days[middle] === day) return middle;
    if (days[middle]! < day) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
