import { Householder } from '../linear/householder';
import type { PanelArrays, PanelOptions, UnfitCode } from '../panel/panel';
import { beyondSquares } from './beyond-squares';
import type { EventRows } from './event-rows';
import { NeighbouringDays } from './neighbouring-days';
import type { NormalReturnModel, PanelShape } from './normal-return-model';
import { SingleIndexModel } from './single-index';
import type { SingleIndexFit } from './single-index-fit';

/** What Dimson 1979 needs at least: the day before and the day after. */
const ONE_EACH = { lags: 1, leads: 1 };

/**
 * Beta of a thinly traded firm (Dimson 1979): the slopes on the market's days before, the same day and the days after,
 * from one regression, summed. Its days are those of the estimation window whose neighbours lie in it too. What is
 * normal is alpha + beta x the market's same day, in the estimation window as in the event window; s² is the sum of the
 * squares of what is beyond it over M - K.
 *
 * Coefficients: alpha, beta, then the slopes from the earliest day to the latest.
 */
export class DimsonModel implements NormalReturnModel {
  readonly parameters: number;
  readonly coefficientCount: number;
  readonly rowCost: number;
  private readonly days: NeighbouringDays;
  private readonly inner: SingleIndexModel;
  private readonly fit: Householder;
  private readonly x: Float64Array;

  constructor(
    shape: PanelShape,
    private readonly around: NonNullable<PanelOptions['dimson']> = ONE_EACH,
  ) {
    const slopes = around.lags + 1 + around.leads;
    this.parameters = slopes + 1;
    this.coefficientCount = slopes + 2;
    this.rowCost = 15 * this.parameters ** 2;
    this.days = new NeighbouringDays(shape, around.lags, around.leads);
    this.fit = new Householder(shape.estimationDays, this.parameters);
    this.x = new Float64Array(this.parameters);
    const estimate = (_: Float64Array, __: Float64Array, ___: number, ____: number, fit: SingleIndexFit) =>
      this.estimate(fit);
    this.inner = new SingleIndexModel(shape, estimate, this.parameters, this.coefficientCount);
  }

  write(rows: Readonly<EventRows>, panel: PanelArrays, at: number): UnfitCode | null {
    this.days.fill(rows);
    const unfit = this.inner.write(this.days.rows, panel, at);
    panel.coefficients.set(this.fit.coefficients.subarray(1), at * this.coefficientCount + 2);
    return unfit;
  }

  writeResiduals(rows: Readonly<EventRows>, panel: PanelArrays, at: number, target: Float64Array, to: number): void {
    this.days.fill(rows);
    this.inner.writeResiduals(this.days.rows, panel, at, target, to);
  }

  private estimate(single: SingleIndexFit): UnfitCode | null {
    const { days, fit, parameters } = this;
    if (days.count <= parameters) return 'tooFewEstimationDays';
    this.gather();
    if (fit.solve(days.count) !== -1) {
      const extreme = days.shifted.some((market) => beyondSquares(market, 0, days.count));
      return extreme ? 'extremeValues' : 'collinearFactors';
    }
    const same = days.shifted[this.around.lags]!;
    single.alpha = fit.coefficients[0]!;
    single.beta = 0;
    for (let k = 1; k < parameters; k++) single.beta += fit.coefficients[k]!;
    single.observations = days.count;
    single.sse = 0;
    single.squares = 0;
    for (let i = 0; i < days.count; i++) {
      single.sse += (days.own[i]! - single.alpha - single.beta * same[i]!) ** 2;
      single.squares += days.own[i]! ** 2;
    }
    this.forecastError(single);
    return null;
  }

  private gather(): void {
    const { days, fit } = this;
    fit.columns[0]!.fill(1);
    days.shifted.forEach((market, k) => fit.columns[k + 1]!.set(market));
    fit.y.set(days.own);
  }

  /**
   * The forecast at a market return m is at x = (1, m, ..., m): its variance x'(X'X)⁻¹x is a parabola in m, written here
   * as perDay + (m - mean)² x perDeviation.
   */
  private forecastError(single: SingleIndexFit): void {
    const ofOne = this.leverageAt(1, 0);
    const ofMarket = this.leverageAt(0, 1);
    // The mixed term from a sum whose halves are of one size, so that little cancels.
    const unit = Math.sqrt(ofOne / ofMarket);
    const mixed = (this.leverageAt(1, unit) - 2 * ofOne) / (2 * unit);
    single.meanMarket = -mixed / ofMarket;
    single.perDeviation = ofMarket;
    single.perDay = ofOne - (mixed * mixed) / ofMarket;
  }

  private leverageAt(intercept: number, market: number): number {
    this.x.fill(market);
    this.x[0] = intercept;
    return this.fit.quadraticForm(this.x);
  }
}
