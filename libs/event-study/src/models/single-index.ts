import type { PanelArrays, UnfitCode } from '../panel/panel';
import { beyondSquares } from './beyond-squares';
import type { EventRows } from './event-rows';
import { type NormalReturnModel, NO_RESIDUAL, type PanelShape } from './normal-return-model';
import { emptyFit, type EstimateSingleIndex } from './single-index-fit';

/**
 * The models whose forecast has at most one index: they differ in how alpha and beta are come by, and share everything
 * after it. The hot path of the engine: no object and no function call a row.
 */
export class SingleIndexModel implements NormalReturnModel {
  readonly rowCost = 15;
  private readonly fit = emptyFit();

  /** @param coefficientCount of which alpha and beta are written, as far as there is room for them. */
  constructor(
    private readonly shape: PanelShape,
    private readonly estimate: EstimateSingleIndex,
    readonly parameters: number,
    readonly coefficientCount: number,
  ) {}

  write(rows: Readonly<EventRows>, panel: PanelArrays, at: number): UnfitCode | null {
    const { fit, coefficientCount } = this;
    const { returns, estimationFrom } = rows;
    const { estimationDays } = this.shape;
    // Without a market (mean-adjusted alone) the slope is 0: any column with the same gaps will do.
    const market = rows.factors[0] ?? returns;
    const unfit = this.estimate(returns, market, estimationFrom, estimationDays, fit);
    if (unfit !== null) return unfit;
    const residualSd = Math.sqrt(fit.sse / (fit.observations - this.parameters));
    if (!Number.isFinite(residualSd)) return 'extremeValues';
    if (fit.sse <= NO_RESIDUAL * fit.squares) {
      const end = estimationFrom + estimationDays;
      return beyondSquares(returns, estimationFrom, end, market) ? 'extremeValues' : 'noResidualVariation';
    }
    panel.residualSd[at] = residualSd;
    panel.observations[at] = fit.observations;
    if (coefficientCount > 0) panel.coefficients[at * coefficientCount] = fit.alpha;
    if (coefficientCount > 1) panel.coefficients[at * coefficientCount + 1] = fit.beta;
    this.writeEventDays(returns, market, rows.eventFrom, panel, at);
    this.writeWindows(market, rows.eventFrom, panel, at);
    return null;
  }

  writeResiduals(rows: Readonly<EventRows>, panel: PanelArrays, at: number, target: Float64Array, to: number): void {
    const { coefficientCount } = this;
    const { returns, estimationFrom } = rows;
    const market = rows.factors[0] ?? returns;
    // Market-adjusted keeps no coefficients: 0 and 1. Mean-adjusted keeps its mean alone.
    const alpha = coefficientCount > 0 ? panel.coefficients[at * coefficientCount]! : 0;
    const beta = coefficientCount > 1 ? panel.coefficients[at * coefficientCount + 1]! : 1 - coefficientCount;
    for (let day = 0; day < this.shape.estimationDays; day++) {
      target[to + day] = returns[estimationFrom + day]! - alpha - beta * market[estimationFrom + day]!;
    }
  }

  private writeEventDays(
    returns: Float64Array,
    market: Float64Array,
    from: number,
    panel: PanelArrays,
    at: number,
  ): void {
    const { eventDays } = this.shape;
    const { alpha, beta, meanMarket, perDay, perDeviation } = this.fit;
    const { eventAbnormal, forecastFactors } = panel;
    const target = at * eventDays;
    for (let day = 0; day < eventDays; day++) {
      const index = market[from + day]!;
      const deviation = index - meanMarket;
      const one = returns[from + day]! - alpha - beta * index;
      eventAbnormal[target + day] = one;
      // 0 times the abnormal return is NaN where that is NaN: no branch.
      forecastFactors[target + day] = 1 + perDay + deviation * deviation * perDeviation + 0 * one;
    }
  }

  /** A window's factor is L + L²/M + (sum of deviations)²/SSX, because one estimate's error is in all its days (Mikkelson and Partch 1988). */
  private writeWindows(market: Float64Array, from: number, panel: PanelArrays, at: number): void {
    const { eventDays, windows } = this.shape;
    const { meanMarket, perDay, perDeviation, wholeWindows } = this.fit;
    const { eventAbnormal } = panel;
    const source = at * eventDays;
    const count = windows.length >> 1;
    for (let window = 0; window < count; window++) {
      const first = windows[2 * window]!;
      const last = windows[2 * window + 1]!;
      let sum = 0;
      let deviations = 0;
      let days = 0;
      for (let day = first; day <= last; day++) {
        const one = eventAbnormal[source + day]!;
        if (Number.isNaN(one)) continue;
        sum += one;
        deviations += market[from + day]! - meanMarket;
        days++;
      }
      const target = at * count + window;
      const summed = wholeWindows ? last - first + 1 : days;
      panel.windowDays[target] = days;
      panel.cumulative[target] = days === 0 ? Number.NaN : sum;
      panel.windowFactors[target] =
        days === 0 ? Number.NaN : summed + days * days * perDay + deviations * deviations * perDeviation;
    }
  }
}
