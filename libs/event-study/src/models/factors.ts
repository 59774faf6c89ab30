import { Householder } from '../linear/householder';
import type { PanelArrays, UnfitCode } from '../panel/panel';
import { beyondSquares } from './beyond-squares';
import type { EventRows } from './event-rows';
import { type NormalReturnModel, NO_RESIDUAL, type PanelShape } from './normal-return-model';

/**
 * Returns explained by any number of factors: the market alone (CAPM on excess returns), three or five (Fama and French
 * 1993, 2015), with momentum (Carhart 1997). Least squares by QR, a divisor of M - K; a forecast at x has the factor 1 +
 * x'(X'X)⁻¹x, and the sum over a window L + (Σx)'(X'X)⁻¹(Σx).
 *
 * A return from trade to trade that covers m sessions (Maynes and Rumsey 1993) has m intercepts and m times the
 * variance: its row is divided by √m, as is its residual, and m stands for 1 in x and in the factors.
 */
export class FactorModel implements NormalReturnModel {
  readonly parameters: number;
  readonly coefficientCount: number;
  readonly rowCost: number;
  private readonly fit: Householder;
  /** x of one day, and its sum over a window; the intercept's sessions first. */
  private readonly x: Float64Array;

  /** @param slopes how many of the series' factors explain: none for mean-adjusted returns. */
  constructor(
    private readonly shape: PanelShape,
    private readonly slopes: number,
  ) {
    this.parameters = slopes + 1;
    this.coefficientCount = this.parameters;
    this.rowCost = 15 * this.parameters ** 2;
    this.fit = new Householder(shape.estimationDays, this.parameters);
    this.x = new Float64Array(this.parameters);
  }

  write(rows: Readonly<EventRows>, panel: PanelArrays, at: number): UnfitCode | null {
    const { fit, parameters } = this;
    const observations = this.gather(rows);
    if (observations <= parameters) return 'tooFewEstimationDays';
    const squares = squaresOf(fit.y, observations);
    if (fit.solve(observations) !== -1) return this.whyNoSlopes(rows);
    const residualSd = Math.sqrt(fit.sse / (observations - parameters));
    if (!Number.isFinite(residualSd)) return 'extremeValues';
    if (fit.sse <= NO_RESIDUAL * squares) return this.whyNoResidual(rows);
    panel.residualSd[at] = residualSd;
    panel.observations[at] = observations;
    panel.coefficients.set(fit.coefficients, at * parameters);
    this.writeEventDays(rows, panel, at);
    this.writeWindows(rows, panel, at);
    return null;
  }

  writeResiduals(rows: Readonly<EventRows>, panel: PanelArrays, at: number, target: Float64Array, to: number): void {
    for (let day = 0; day < this.shape.estimationDays; day++) {
      const row = rows.estimationFrom + day;
      const beyond = this.abnormalOn(rows, row, panel.coefficients, at * this.parameters);
      target[to + day] = rows.spans === null ? beyond : beyond / Math.sqrt(rows.spans[row]!);
    }
  }

  /** The fit overwrote its columns: they are gathered again. */
  private whyNoSlopes(rows: Readonly<EventRows>): UnfitCode {
    const observations = this.gather(rows);
    if (this.fit.columns.some((column) => beyondSquares(column, 0, observations))) return 'extremeValues';
    return this.slopes === 1 ? 'noFactorVariation' : 'collinearFactors';
  }

  private whyNoResidual(rows: Readonly<EventRows>): UnfitCode {
    const observations = this.gather(rows);
    return beyondSquares(this.fit.y, 0, observations) ? 'extremeValues' : 'noResidualVariation';
  }

  /** Puts the usable estimation days into the fit; returns how many there are. */
  private gather(rows: Readonly<EventRows>): number {
    const { columns, y } = this.fit;
    const end = rows.estimationFrom + this.shape.estimationDays;
    let count = 0;
    for (let row = rows.estimationFrom; row < end; row++) {
      if (!usable(rows, row, this.slopes)) continue;
      const root = rows.spans === null ? 1 : Math.sqrt(rows.spans[row]!);
      columns[0]![count] = root;
      for (let k = 0; k < this.slopes; k++) columns[k + 1]![count] = rows.factors[k]![row]! / root;
      y[count] = rows.returns[row]! / root;
      count++;
    }
    return count;
  }

  /** NaN where the return or a factor is missing. */
  private abnormalOn(rows: Readonly<EventRows>, row: number, coefficients: Float64Array, at: number): number {
    if (!usable(rows, row, this.slopes)) return Number.NaN;
    let abnormal = rows.returns[row]! - coefficients[at]! * (rows.spans === null ? 1 : rows.spans[row]!);
    for (let k = 0; k < this.slopes; k++) abnormal -= coefficients[at + k + 1]! * rows.factors[k]![row]!;
    return abnormal;
  }

  private writeEventDays(rows: Readonly<EventRows>, panel: PanelArrays, at: number): void {
    const { x, fit, slopes } = this;
    const { eventDays } = this.shape;
    for (let day = 0; day < eventDays; day++) {
      const row = rows.eventFrom + day;
      const abnormal = this.abnormalOn(rows, row, fit.coefficients, 0);
      panel.eventAbnormal[at * eventDays + day] = abnormal;
      x[0] = rows.spans === null ? 1 : rows.spans[row]!;
      for (let k = 0; k < slopes; k++) x[k + 1] = rows.factors[k]![row]!;
      panel.forecastFactors[at * eventDays + day] = Number.isNaN(abnormal) ? Number.NaN : x[0] + fit.quadraticForm(x);
    }
  }

  private writeWindows(rows: Readonly<EventRows>, panel: PanelArrays, at: number): void {
    const { x, fit } = this;
    const { eventDays, windows } = this.shape;
    const count = windows.length / 2;
    for (let window = 0; window < count; window++) {
      x.fill(0);
      let sum = 0;
      let days = 0;
      for (let day = windows[2 * window]!; day <= windows[2 * window + 1]!; day++) {
        const abnormal = panel.eventAbnormal[at * eventDays + day]!;
        if (Number.isNaN(abnormal)) continue;
        sum += abnormal;
        days++;
        this.addTo(x, rows, rows.eventFrom + day);
      }
      const target = at * count + window;
      panel.windowDays[target] = days;
      panel.cumulative[target] = days === 0 ? Number.NaN : sum;
      panel.windowFactors[target] = days === 0 ? Number.NaN : x[0]! + fit.quadraticForm(x);
    }
  }

  private addTo(x: Float64Array, rows: Readonly<EventRows>, row: number): void {
    x[0]! += rows.spans === null ? 1 : rows.spans[row]!;
    for (let k = 0; k < this.slopes; k++) x[k + 1]! += rows.factors[k]![row]!;
  }
}

/** Mean-adjusted returns too take only the rows that the market has, where there is one. */
function usable({ returns, factors }: Readonly<EventRows>, row: number, slopes: number): boolean {
  if (Number.isNaN(returns[row] ?? Number.NaN)) return false;
  const needed = Math.min(Math.max(slopes, 1), factors.length);
  for (let k = 0; k < needed; k++) if (Number.isNaN(factors[k]![row]!)) return false;
  return true;
}

function squaresOf(values: Float64Array, count: number): number {
  let sum = 0;
  for (let row = 0; row < count; row++) sum += values[row]! * values[row]!;
  return sum;
}
