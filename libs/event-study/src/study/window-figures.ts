import { buyAndHoldAbnormal } from '../panel/buy-and-hold';
import type { Panel } from '../panel/panel';
import { bootstrapInterval } from '../resampling/bootstrap-interval';
import { crossSectional } from '../tests/cross-sectional';
import { momentsOf } from '../tests/moments';
import { skewnessCorrected } from '../tests/skewness-corrected';
import type { Stepwise } from './progress';
import type { settled } from './study-options';
import type { TestResult, WindowResult } from './study-result';

/** What only a window has. */
export type WindowFigures = Pick<WindowResult, 'interval' | 'precisionWeightedCaar' | 'abhar' | 'tests'>;

/** `cumulative`: the CARs of the events that have one. */
export function* windowFigures(
  panel: Panel,
  window: number,
  cumulative: Float64Array,
  { bootstrap: resamples, bootstrapKind: kind, seed, confidence, tests }: ReturnType<typeof settled>,
): Stepwise<WindowFigures> {
  const interval = resamples > 0 ? yield* bootstrapInterval(cumulative, { resamples, seed, confidence, kind }) : null;
  const held = momentsOf(buyAndHoldReturns(panel, window));
  const heldTests: TestResult[] = [];
  const bought = panel.returns !== 'none';
  if (bought && tests.includes('bharCrossSectional')) heldTests.push(crossSectional(held, 'bharCrossSectional'));
  if (bought && tests.includes('bharSkewnessCorrected'))
    heldTests.push(skewnessCorrected(held, 'bharSkewnessCorrected'));
  return {
    interval,
    precisionWeightedCaar: precisionWeighted(panel, window),
    abhar: held.count === 0 ? null : held.mean,
    tests: heldTests,
  };
}

/** BHARs of the events that have one. */
function buyAndHoldReturns(panel: Panel, window: number): Float64Array {
  const held = new Float64Array(panel.n);
  let count = 0;
  for (let event = 0; event < panel.n; event++) {
    if (panel.windowDays[event * panel.windows.length + window] === 0) continue;
    const own = buyAndHoldAbnormal(panel, event, window);
    if (own !== null) held[count++] = own;
  }
  return held.subarray(0, count);
}

/** Σ(CAR / s) / Σ(1 / s): events whose returns are quieter weigh more. */
function precisionWeighted({ n, windows, cumulative, residualSd }: Panel, window: number): number | null {
  let [sum, weights] = [0, 0];
  for (let event = 0; event < n; event++) {
    const value = cumulative[event * windows.length + window]!;
    const sd = residualSd[event]!;
    if (Number.isNaN(value) || !(sd > 0)) continue;
    sum += value / sd;
    weights += 1 / sd;
  }
  return weights === 0 ? null : sum / weights;
}
