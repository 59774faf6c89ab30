import type { Panel } from '../panel/panel';
import { midranks } from '../ranking/midranks';

/** Sums over the events of one day. */
export interface DayScores {
  /** n_t: events with a return on the day. */
  readonly present: number;
  /** Σ (K - 1/2), K = midrank / (1 + n_i) within the event's own days (Corrado 1989; Corrado and Zivney 1992). */
  readonly ranks: number;
  /** Σ sign(AR - the event's median AR). */
  readonly signs: number;
}

/**
 * Day by day (estimation, then event days) what the rank and sign tests of Corrado and Zivney are made of, summed event
 * by event. An event that takes no part in a window (windowDays 0) has its days withheld from that window alone.
 */
export class RankScores {
  /** L1 + L: the T of the formulas, whatever days are missing. */
  readonly days: number;
  readonly events: number;
  private readonly all: Sums;
  private readonly withheld: (Sums | null)[];
  private readonly ranked: Float64Array;

  constructor(private readonly panel: Panel) {
    this.days = panel.estimationDays + panel.eventDays;
    this.events = panel.n;
    this.all = emptySums(this.days);
    this.withheld = panel.windows.map(() => null);
    this.ranked = new Float64Array(this.days);
  }

  /** `row`: the event's abnormal returns; `order`: indices of its numbers, ascending. */
  add(event: number, row: Float64Array, order: Int32Array): void {
    const count = order.length;
    if (count === 0) return;
    midranks(row, order, this.ranked);
    const median = (row[order[(count - 1) >> 1]!]! + row[order[count >> 1]!]!) / 2;
    for (let i = 0; i < count; i++) this.addDay(this.all, order[i]!, row, median, count);
    const { windows, windowDays } = this.panel;
    for (let window = 0; window < windows.length; window++) {
      if (windowDays[event * windows.length + window] === 0) this.withhold(window, row, median, count);
    }
  }

  /** Over all events, or over those that take part in a window. */
  on(day: number, window: number | null = null): DayScores {
    const { all } = this;
    const less = window === null ? null : this.withheld[window]!;
    return {
      present: all.present[day]! - (less?.present[day] ?? 0),
      ranks: all.ranks[day]! - (less?.ranks[day] ?? 0),
      signs: all.signs[day]! - (less?.signs[day] ?? 0),
    };
  }

  private withhold(window: number, row: Float64Array, median: number, count: number): void {
    const { estimationDays, event, windows } = this.panel;
    const { from, to } = windows[window]!;
    for (let day = estimationDays + from - event.from; day <= estimationDays + to - event.from; day++) {
      if (Number.isNaN(row[day])) continue;
      this.withheld[window] ??= emptySums(this.days);
      this.addDay(this.withheld[window], day, row, median, count);
    }
  }

  private addDay(sums: Sums, day: number, row: Float64Array, median: number, count: number): void {
    sums.present[day]! += 1;
    sums.ranks[day]! += this.ranked[day]! / (1 + count) - 0.5;
    sums.signs[day]! += Math.sign(row[day]! - median);
  }
}

interface Sums {
  readonly present: Int32Array;
  readonly ranks: Float64Array;
  readonly signs: Float64Array;
}

function emptySums(days: number): Sums {
  return { present: new Int32Array(days), ranks: new Float64Array(days), signs: new Float64Array(days) };
}
