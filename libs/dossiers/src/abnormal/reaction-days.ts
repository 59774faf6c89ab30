import { cumulativeAbnormalReturn, type MarketModel } from '@streakline/event-study';
import { dayOf } from '../facts/day-number';
import { barOn, sessionAt } from '../known/bar-on';
import type { Known } from '../known/known';
import { capChange } from '../market-caps/cap-change';
import { capColumnsOf } from '../market-caps/cap-columns';
import type { Reaction, WindowDays } from '../reactions/reaction';
import { windowFigures } from '../reactions/window-figures';
import { runSpanAt } from '../runs/run-spans';
import { modelOf } from './abnormal-figures';
import { ESTIMATION_DAYS } from './estimation';
import { returnColumns } from './daily-returns';
import type { ReactionDay, RunOfDay, SinceBase } from './reaction-day';

/**
 * A reaction day by day, from `days.from` to `days.to` relative to day 0 and as far as the exchange's calendar reaches;
 * the abnormal figures by the model of {@link abnormalFigures}, from two tapes known at the same cut. None where the
 * calendar does not reach day 0.
 */
export function reactionDays(
  known: Known,
  benchmark: Known | null,
  { day0: session }: Pick<Reaction, 'day0'>,
  days: WindowDays,
): readonly ReactionDay[] {
  if (session === null) return [];
  const day0 = known.table.ordinalOn(dayOf(session));
  const { sessions } = known.table;
  // What lies before the calendar moves where cumulative figures begin; what lies after it is cut off.
  const from = Math.max(days.from, -day0);
  const to = Math.min(days.to, sessions.length - 1 - day0);
  const abnormal = abnormalDays(known, benchmark, day0, { from, to });
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => {
    const day = from + i;
    return {
      day,
      session: sessions[day0 + day]!,
      ...ownFigures(known, day0, { from, to: day }),
      ...abnormal(i),
      sinceBase: sinceBase(known, day0, day),
    };
  });
}

type Own = 'close' | 'return' | 'totalReturn' | 'cumulativeReturn' | 'cumulativeTotalReturn' | CapsAndRun;
type CapsAndRun = 'marketCap' | 'shares' | 'run';

/** Of the last day of a stretch. */
function ownFigures(known: Known, day0: number, { from, to: day }: WindowDays): Pick<ReactionDay, Own> {
  const place = barOn(known, day0 + day);
  const ofDay = windowFigures(known, day0, { from: day, to: day });
  const stretch = windowFigures(known, day0, { from, to: day });
  const caps = capColumnsOf(known);
  return {
    close: numberOrNull(known.close[place]),
    return: ofDay.return,
    totalReturn: ofDay.totalReturn,
    cumulativeReturn: stretch.return,
    cumulativeTotalReturn: stretch.totalReturn,
    marketCap: numberOrNull(caps.marketCap[place]),
    shares: numberOrNull(caps.adjustedShares[place]),
    run: runOn(known, place, day0),
  };
}

type Abnormal = Pick<
  ReactionDay,
  | 'benchmarkReturn'
  | 'abnormalReturn'
  | 'standardError'
  | 'cumulativeBenchmarkReturn'
  | 'cumulativeAbnormalReturn'
  | 'cumulativeStandardError'
>;

const NOTHING: Abnormal = {
  benchmarkReturn: null,
  abnormalReturn: null,
  standardError: null,
  cumulativeBenchmarkReturn: null,
  cumulativeAbnormalReturn: null,
  cumulativeStandardError: null,
};

/** The figures of each day by its place in the window. */
function abnormalDays(
  known: Known,
  benchmark: Known | null,
  day0: number,
  window: WindowDays,
): (i: number) => Abnormal {
  if (benchmark === null || window.to < window.from) return () => NOTHING;
  const model = modelOf(returnColumns(known, benchmark, day0, ESTIMATION_DAYS));
  const { own, benchmark: market } = returnColumns(known, benchmark, day0, window);
  const over = (start: number, end: number) =>
    abnormalOver(model, own.subarray(start, end), market.subarray(start, end));
  return (i) => {
    const ofDay = over(i, i + 1);
    const stretch = over(0, i + 1);
    return {
      benchmarkReturn: numberOrNull(market[i]),
      abnormalReturn: ofDay?.abnormalReturn ?? null,
      standardError: ofDay?.standardError ?? null,
      cumulativeBenchmarkReturn: numberOrNull(compounded(market.subarray(0, i + 1))),
      cumulativeAbnormalReturn: stretch?.abnormalReturn ?? null,
      cumulativeStandardError: stretch?.standardError ?? null,
    };
  };
}

/** Null unless every day has its return on both tapes, as in windows. */
function abnormalOver(model: MarketModel | null, own: Float64Array, market: Float64Array) {
  if (model === null || own.some(Number.isNaN) || market.some(Number.isNaN)) return null;
  return cumulativeAbnormalReturn(model, own, market);
}

function compounded(returns: Float64Array): number {
  return returns.reduce((growth, one) => growth * (1 + one), 1) - 1;
}

function sinceBase(known: Known, day0: number, day: number): SinceBase | null {
  const since = day < 0 ? null : windowFigures(known, day0, { from: 0, to: day }).return;
  if (since === null) return null;
  return { return: since, ...capChange(known, barOn(known, day0 - 1), barOn(known, day0 + day)) };
}

function runOn(known: Known, place: number, day0: number): RunOfDay | null {
  const span = place === -1 ? undefined : runSpanAt(known, place);
  if (span === undefined) return null;
  const { first, last, sign } = span;
  let lengthAtBase = 0;
  while (first + lengthAtBase <= last && known.ordinals[first + lengthAtBase]! < day0) lengthAtBase++;
  return {
    direction: sign === 1 ? 'rising' : 'falling',
    start: sessionAt(known, first),
    end: sessionAt(known, last),
    length: last - first + 1,
    lengthAtBase,
    place: place - first + 1,
  };
}

function numberOrNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
