import type { PanelOptions, StudyEvent } from '../panel/panel';

/**
 * Where one event's rows lie. One object serves event after event: the arrays are the series' own wherever they can be,
 * so that nothing is allocated or copied a row.
 */
export interface EventRows {
  returns: Float64Array;
  factors: readonly Float64Array[];
  /** Sessions that each return covers; null where each covers one. */
  spans: Float64Array | null;
  /** Row of the first estimation day, and of the first event day. */
  estimationFrom: number;
  eventFrom: number;
}

/**
 * Finds the rows of each event. An event whose windows reach beyond its series, or that leaves estimation days out, gets
 * a copy with NaN in those places.
 */
export class RowFinder {
  private readonly span: number;
  private readonly copied: readonly Float64Array[];
  private readonly copiedFactors: readonly Float64Array[];
  private readonly copiedSpans: Float64Array;
  private readonly rows: EventRows = { returns: NOTHING, factors: [], spans: null, estimationFrom: 0, eventFrom: 0 };
  private readonly from: number;
  private readonly to: number;

  constructor(
    private readonly options: PanelOptions,
    private readonly factorCount: number,
  ) {
    const { estimation, event } = options;
    this.from = Math.min(estimation.from, event.from);
    this.to = Math.max(estimation.to, event.to);
    this.span = this.to - this.from + 1;
    this.copied = Array.from({ length: factorCount + 1 }, () => new Float64Array(this.span));
    this.copiedFactors = this.copied.slice(1);
    this.copiedSpans = new Float64Array(this.span);
  }

  /** Valid until the next call. */
  of(event: StudyEvent): Readonly<EventRows> {
    const { series, day0, omittedDays } = event;
    const { rows } = this;
    const inside = day0 + this.from >= 0 && day0 + this.to < series.returns.length;
    if (!inside || omittedDays.length > 0) return this.copyOf(event);
    rows.returns = series.returns;
    rows.factors = series.factors;
    rows.spans = series.spans ?? null;
    return this.startingAt(day0);
  }

  private startingAt(day0: number): EventRows {
    this.rows.estimationFrom = day0 + this.options.estimation.from;
    this.rows.eventFrom = day0 + this.options.event.from;
    return this.rows;
  }

  private copyOf({ series, day0, omittedDays }: StudyEvent): EventRows {
    const { rows, copied, from, span } = this;
    for (let column = 0; column <= this.factorCount; column++) {
      const source = column === 0 ? series.returns : series.factors[column - 1]!;
      const target = copied[column]!;
      for (let row = 0; row < span; row++) target[row] = source[day0 + from + row] ?? NONE;
    }
    for (let row = 0; row < span; row++) this.copiedSpans[row] = series.spans?.[day0 + from + row] ?? 1;
    const { estimation } = this.options;
    for (const day of omittedDays) {
      if (day >= estimation.from && day <= estimation.to) copied[0]![day - from] = Number.NaN;
    }
    rows.returns = copied[0]!;
    rows.factors = this.copiedFactors;
    rows.spans = series.spans === undefined ? null : this.copiedSpans;
    return this.startingAt(-from);
  }
}

const NOTHING = new Float64Array(0);
const NONE = Number.NaN;
