import { twoSidedStudent } from '../distributions/student';
import { inverseGram, leastSquares } from '../linear/least-squares';
import type { Panel } from '../panel/panel';
import type { Stepwise } from '../study/progress';
import type { CalendarTimePortfolio } from '../study/study-result';
import { heldDays } from './held-days';

/**
 * The calendar-time portfolio (Jaffe 1974, Mandelker 1974; Fama 1998): on each calendar day all firms within their event
 * windows are held in equal weights, and its returns are regressed on the market, or on all factors for the factor
 * model. Alpha is the abnormal return a day, judged by t with days - K degrees of freedom: events that overlap share
 * their days, and so are not counted twice. Log returns are converted to simple
 * ones first, which are what a portfolio averages. Null where there are too few days to judge by, where the values are
 * no returns (volumes), or where a return held covers several sessions, as it is of no one day.
 */
export function* calendarTimePortfolio(panel: Panel): Stepwise<CalendarTimePortfolio | null> {
  const carried = panel.events[0]?.series.factors.length ?? 0;
  if (panel.returns === 'none') return null;
  const held = yield* heldDays(panel, panel.model === 'factors' ? carried : Math.min(1, carried));
  if (held === null) return null;
  const { returns, factors, mostFirms } = held;
  const days = returns.length;
  if (days < factors.length + 2) return null;
  const fit = leastSquares([new Float64Array(days).fill(1), ...factors], returns);
  if (fit.outcome !== 'fit' || fit.residualSd === null || fit.residualSd === 0) return null;
  const alpha = fit.coefficients[0]!;
  const alphaStandardError = fit.residualSd * Math.sqrt(inverseGram(fit)[0]!);
  const alphaT = alpha / alphaStandardError;
  return {
    ...{ days, mostFirms, alpha, alphaStandardError, alphaT, slopes: Array.from(fit.coefficients.subarray(1)) },
    alphaP: twoSidedStudent(alphaT, fit.degreesOfFreedom),
  };
}
