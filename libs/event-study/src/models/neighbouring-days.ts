import type { EventRows } from './event-rows';
import type { PanelShape } from './normal-return-model';

/**
 * The estimation days whose market neighbours, up to `lags` before and `leads` after, lie in the estimation window too
 * and have returns: what Scholes and Williams and Dimson regress on. Other days of it count as missing. A neighbour is
 * the market's previous or next session, whether or not the firm traded then.
 */
export class NeighbouringDays {
  /** A copy of the event's rows, estimation days first, with NaN for those left out. */
  readonly rows: EventRows;
  /** The market on the usable days, shifted by -lags to leads, a column each; filled up to `count`. */
  readonly shifted: readonly Float64Array[];
  /** The firm's returns on those days. */
  readonly own: Float64Array;
  count = 0;

  constructor(
    private readonly shape: PanelShape,
    private readonly lags: number,
    private readonly leads: number,
  ) {
    const { estimationDays, eventDays } = shape;
    const returns = new Float64Array(estimationDays + eventDays);
    const market = new Float64Array(estimationDays + eventDays);
    this.rows = { returns, factors: [market], spans: null, estimationFrom: 0, eventFrom: estimationDays };
    this.shifted = Array.from({ length: lags + 1 + leads }, () => new Float64Array(estimationDays));
    this.own = new Float64Array(estimationDays);
  }

  fill(source: Readonly<EventRows>): void {
    this.copy(source);
    const { estimationDays } = this.shape;
    const { returns } = this.rows;
    this.count = 0;
    for (let day = 0; day < estimationDays; day++) {
      if (this.shift(day) && !Number.isNaN(returns[day]!)) this.own[this.count++] = returns[day]!;
      else returns[day] = Number.NaN;
    }
  }

  private copy({ returns, factors, estimationFrom, eventFrom }: Readonly<EventRows>): void {
    const { estimationDays, eventDays } = this.shape;
    for (let day = 0; day < estimationDays + eventDays; day++) {
      const row = day < estimationDays ? estimationFrom + day : eventFrom + day - estimationDays;
      this.rows.returns[day] = returns[row]!;
      this.rows.factors[0]![day] = factors[0]![row]!;
    }
  }

  /** Puts the day's neighbours in place; false where one is missing. */
  private shift(day: number): boolean {
    const { lags, leads, shifted, count } = this;
    if (day - lags < 0 || day + leads >= this.shape.estimationDays) return false;
    const market = this.rows.factors[0]!;
    let complete = true;
    for (let k = 0; k < shifted.length; k++) {
      const value = market[day - lags + k]!;
      shifted[k]![count] = value;
      if (Number.isNaN(value)) complete = false;
    }
    return complete;
  }
}
