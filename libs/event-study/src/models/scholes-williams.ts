import { emptyLine, fitCentredLine } from '../market-model/centred-line';
import type { PanelArrays, UnfitCode } from '../panel/panel';
import { beyondSquares } from './beyond-squares';
import type { EventRows } from './event-rows';
import { NeighbouringDays } from './neighbouring-days';
import type { NormalReturnModel, PanelShape } from './normal-return-model';
import { SingleIndexModel } from './single-index';
import type { SingleIndexFit } from './single-index-fit';

/**
 * Beta of a firm that does not trade when the market is measured (Scholes and Williams 1977): the slopes on the day
 * before, the same day and the day after, each from its own regression, summed and divided by 1 + 2 x the market's first
 * autocorrelation. Its days are the estimation window's without the first and the last. s² is the sum of the squared
 * residuals over M - 2. The estimate is linear in the firm's returns, beta = Σ wR with Σ w = 0, so a forecast has the
 * factor 1 + 1/M + (Rm - mean)² Σ w².
 *
 * Coefficients: alpha, beta, the slopes on the day before, the same day and the day after, the autocorrelation.
 */
export class ScholesWilliamsModel implements NormalReturnModel {
  readonly parameters = 2;
  readonly coefficientCount = 6;
  readonly rowCost = 150;
  private readonly days: NeighbouringDays;
  private readonly inner: SingleIndexModel;
  private readonly line = emptyLine();
  private readonly pairs = emptyLine();
  /** Of the last fit: slopes on the day before, the same day, the day after; the market's autocorrelation. */
  private readonly parts = new Float64Array(4);
  private readonly means = new Float64Array(3);
  private readonly spreads = new Float64Array(3);

  constructor(private readonly shape: PanelShape) {
    this.days = new NeighbouringDays(shape, 1, 1);
    const estimate = (_: Float64Array, market: Float64Array, __: number, ___: number, fit: SingleIndexFit) =>
      this.estimate(market, fit);
    this.inner = new SingleIndexModel(shape, estimate, this.parameters, this.coefficientCount);
  }

  write(rows: Readonly<EventRows>, panel: PanelArrays, at: number): UnfitCode | null {
    this.days.fill(rows);
    const unfit = this.inner.write(this.days.rows, panel, at);
    panel.coefficients.set(this.parts, at * this.coefficientCount + 2);
    return unfit;
  }

  writeResiduals(rows: Readonly<EventRows>, panel: PanelArrays, at: number, target: Float64Array, to: number): void {
    this.days.fill(rows);
    this.inner.writeResiduals(this.days.rows, panel, at, target, to);
  }

  private estimate(market: Float64Array, fit: SingleIndexFit): UnfitCode | null {
    const { days, line, parts, means, spreads } = this;
    if (days.count <= this.parameters) return 'tooFewEstimationDays';
    for (let k = 0; k < 3; k++) {
      const shifted = days.shifted[k]!;
      if (!fitCentredLine(days.own, shifted, 0, days.count, line)) {
        return beyondSquares(shifted, 0, days.count) ? 'extremeValues' : 'noFactorVariation';
      }
      parts[k] = line.beta;
      means[k] = line.meanX;
      spreads[k] = line.ssx;
    }
    parts[3] = this.autocorrelation(market);
    const adjustment = 1 + 2 * parts[3];
    // At -1/2 and below the adjustment has no meaning: the sum would be divided by nothing, or change its sign.
    if (adjustment <= 0) return 'reversingMarket';
    fit.observations = days.count;
    fit.beta = (parts[0]! + parts[1]! + parts[2]!) / adjustment;
    fit.meanMarket = means[1]!;
    fit.perDay = 1 / days.count;
    this.finish(fit, adjustment);
    return null;
  }

  /** Alpha, the squared residuals and Σ w². */
  private finish(fit: SingleIndexFit, adjustment: number): void {
    const { days, means, spreads } = this;
    const same = days.shifted[1]!;
    let sum = 0;
    let weights = 0;
    for (let i = 0; i < days.count; i++) {
      sum += days.own[i]! - fit.beta * same[i]!;
      let weight = 0;
      for (let k = 0; k < 3; k++) weight += (days.shifted[k]![i]! - means[k]!) / spreads[k]!;
      weights += weight * weight;
    }
    fit.alpha = sum / days.count;
    fit.perDeviation = weights / (adjustment * adjustment);
    fit.sse = 0;
    fit.squares = 0;
    for (let i = 0; i < days.count; i++) {
      fit.sse += (days.own[i]! - fit.alpha - fit.beta * same[i]!) ** 2;
      fit.squares += days.own[i]! ** 2;
    }
  }

  /** Pearson correlation of the market with its previous day, over the estimation window. */
  private autocorrelation(market: Float64Array): number {
    const { pairs } = this;
    const later = market.subarray(1, this.shape.estimationDays);
    fitCentredLine(later, market, 0, this.shape.estimationDays - 1, pairs);
    return pairs.beta * Math.sqrt(pairs.ssx / pairs.ssy);
  }
}
