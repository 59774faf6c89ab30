import { cumulativeAbnormalReturn, estimateMarketModel, type MarketModel } from '@streakline/event-study';
import type { Session } from '@streakline/market-time';
import { dayOf } from '../facts/day-number';
import type { Known } from '../known/known';
import { type Reaction, type WindowDays, WINDOWS } from '../reactions/reaction';
import { ESTIMATION_DAYS, MIN_ESTIMATION_DAYS } from './estimation';
import { type DailyReturns, dailyReturns, returnColumns } from './daily-returns';

/** The market model behind abnormal figures: total return = alpha + beta x benchmark's total return, by OLS. */
export interface ModelFigures {
  readonly alpha: number;
  readonly beta: number;
  /** Standard deviation of the residuals, divisor usable days - 2. */
  readonly residualSd: number;
  /** Usable days, and the sessions that they span. */
  readonly estimationDays: number;
  readonly from: Session;
  readonly to: Session;
}

export interface AbnormalWindow extends WindowDays {
  /** Sum of the daily abnormal returns; null where a day of the window lacks a bar on either tape. */
  readonly abnormalReturn: number | null;
  /** With the window's forecast-error factor. */
  readonly tStatistic: number | null;
}

export type AbnormalNote =
  /** No benchmark in force on day 0, or nothing is known of it. */
  | { readonly code: 'noBenchmark' }
  | { readonly code: 'shortEstimationWindow'; readonly usable: number; readonly needed: number }
  /** Days of the reaction's windows (-5 to 60) on which the instrument has its one-session return and the benchmark has not. */
  | { readonly code: 'missingBenchmarkBars'; readonly sessions: readonly Session[] };

/** Abnormal figures of one reaction against one benchmark, null where there is no model. */
export interface AbnormalFigures {
  /** Total return of the benchmark on day 0, model or not. */
  readonly benchmarkReturn: number | null;
  readonly abnormalReturn: number | null;
  readonly tStatistic: number | null;
  /** In the order of the reaction's windows. */
  readonly windows: readonly AbnormalWindow[];
  readonly model: ModelFigures | null;
  readonly notes: readonly AbnormalNote[];
}

/**
 * Abnormal returns by the market model, on total returns of both sides, from two tapes known at the same cut: computed
 * on reading, so a benchmark assigned or revised later is right at once. `benchmark` null: none was assigned, or
 * nothing is known of it.
 */
export function abnormalFigures(known: Known, benchmark: Known | null, reaction: Reaction): AbnormalFigures {
  if (benchmark === null) return { ...NO_FIGURES, notes: [{ code: 'noBenchmark' }] };
  if (reaction.day0 === null) return NO_FIGURES;
  const day0 = known.table.ordinalOn(dayOf(reaction.day0));
  const estimation = dailyReturns(known, benchmark, day0, ESTIMATION_DAYS);
  const onDay0 = dailyReturns(known, benchmark, day0, DAY_ZERO);
  const benchmarkReturn = numberOrNull(onDay0.benchmark[0]!);
  const model = modelOf(estimation);
  const usable = usablePlaces(estimation);
  if (model === null) {
    const short: AbnormalNote = { code: 'shortEstimationWindow', usable: usable.length, needed: MIN_ESTIMATION_DAYS };
    return { ...NO_FIGURES, benchmarkReturn, notes: [short, ...missingBars(known, benchmark, day0)] };
  }
  return {
    benchmarkReturn,
    ...abnormalOver(model, onDay0),
    windows: reaction.windows.map(({ from, to }) => ({
      ...{ from, to },
      ...abnormalOver(model, dailyReturns(known, benchmark, day0, { from, to })),
    })),
    model: modelFigures(model, estimation, usable),
    notes: missingBars(known, benchmark, day0),
  };
}

/**
 * The abnormal return of day 0 alone, as {@link abnormalFigures} has it: for who asks at thousands of instants. Null where
 * there is no model, or day 0 lacks a bar.
 */
export function abnormalOnDay0(
  known: Known,
  benchmark: Known | null,
  { day0: session }: Pick<Reaction, 'day0'>,
): Pick<AbnormalFigures, 'abnormalReturn' | 'tStatistic'> {
  if (benchmark === null || session === null) return NOTHING;
  const day0 = known.table.ordinalOn(dayOf(session));
  const model = modelOf(returnColumns(known, benchmark, day0, ESTIMATION_DAYS));
  return model === null ? NOTHING : abnormalOver(model, returnColumns(known, benchmark, day0, DAY_ZERO));
}

const DAY_ZERO: WindowDays = { from: 0, to: 0 };

const NOTHING = { abnormalReturn: null, tStatistic: null } as const;

const NO_FIGURES: AbnormalFigures = Object.freeze({
  benchmarkReturn: null,
  ...NOTHING,
  windows: WINDOWS.map(({ from, to }) => ({ from, to, ...NOTHING })),
  model: null,
  notes: [],
});

/** Null unless every day has its one-session return on both tapes: a sum over the days that happen to be there would pass for the whole. */
function abnormalOver(model: MarketModel, days: Columns): Pick<AbnormalWindow, 'abnormalReturn' | 'tStatistic'> {
  if (countUsable(days) < days.own.length) return NOTHING;
  const sum = cumulativeAbnormalReturn(model, days.own, days.benchmark);
  return sum === null ? NOTHING : { abnormalReturn: sum.abnormalReturn, tStatistic: sum.tStatistic };
}

function modelFigures(model: MarketModel, { sessions }: DailyReturns, usable: readonly number[]): ModelFigures {
  const { alpha, beta, residualSd, observations } = model;
  const [from, to] = [sessions[usable[0]!]!, sessions[usable[usable.length - 1]!]!];
  return { alpha, beta, residualSd, estimationDays: observations, from, to };
}

function missingBars(known: Known, benchmark: Known, day0: number): readonly AbnormalNote[] {
  const widest = { from: Math.min(...WINDOWS.map(({ from }) => from)), to: Math.max(...WINDOWS.map(({ to }) => to)) };
  const days = dailyReturns(known, benchmark, day0, widest);
  const sessions = days.sessions.filter((_, i) => !Number.isNaN(days.own[i]) && Number.isNaN(days.benchmark[i]));
  return sessions.length === 0 ? [] : [{ code: 'missingBenchmarkBars', sessions }];
}

type Columns = Omit<DailyReturns, 'sessions'>;

/** The market model of the estimation days; null with fewer usable ones than MIN_ESTIMATION_DAYS. */
export function modelOf(estimation: Columns): MarketModel | null {
  if (countUsable(estimation) < MIN_ESTIMATION_DAYS) return null;
  return estimateMarketModel(estimation.own, estimation.benchmark);
}

function countUsable({ own, benchmark }: Columns): number {
  let count = 0;
  for (let i = 0; i < own.length; i++) if (!Number.isNaN(own[i]) && !Number.isNaN(benchmark[i])) count++;
  return count;
}

function usablePlaces({ own, benchmark }: Columns): readonly number[] {
  return [...own.keys()].filter((i) => !Number.isNaN(own[i]) && !Number.isNaN(benchmark[i]));
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
