import type { Panel } from '../panel/panel';
import { midranks } from '../ranking/midranks';
import { momentsOf } from './moments';
import { numbersAt, usableSd, type Reactions } from './reactions';

/**
 * Sums over events for the generalised rank tests (Kolari and Pynnönen 2011). At each point (day or window) an event's
 * standardised reaction, over its cross-sectional deviation, is one more observation after its standardised estimation
 * days, and all are ranked together. Adding one value to a sorted row moves the ranks above it up by one, so each row is
 * ranked once for all points, and a point only adds what it moves.
 */
export class GeneralisedRankSums {
  /** Events that can be standardised. */
  events = 0;
  /** By estimation day: events with a return. */
  readonly present: Int32Array;
  /** By point: events with a reaction there; Σ of its U; Σ (T_i - 1) / (12 (T_i + 1)), the variance of that sum. */
  readonly reactionsAt: Int32Array;
  readonly eventSums: Float64Array;
  readonly variances: Float64Array;
  /** points x L1: what the point's own values add to `base`, the sums of U as if they all ranked above the row. */
  private readonly moved: Float64Array;
  private readonly base: Float64Array;
  private readonly deviations: Float64Array;
  private readonly row: Float64Array;
  private readonly ranked: Float64Array;
  private readonly sorted: Float64Array;
  private readonly order: Int32Array;

  constructor(
    private readonly panel: Panel,
    private readonly reactions: Reactions,
  ) {
    const { estimationDays } = panel;
    const { points } = reactions;
    this.present = new Int32Array(estimationDays);
    this.reactionsAt = new Int32Array(points);
    this.eventSums = new Float64Array(points);
    this.variances = new Float64Array(points);
    this.moved = new Float64Array(points * estimationDays);
    this.base = new Float64Array(estimationDays);
    this.row = new Float64Array(estimationDays);
    this.ranked = new Float64Array(estimationDays);
    this.sorted = new Float64Array(estimationDays);
    this.order = new Int32Array(estimationDays);
    this.deviations = crossSectionalDeviations(panel, reactions);
  }

  /** `abnormal`: the event's row of the panel; `order`: the indices of its numbers, ascending. */
  add(event: number, abnormal: Float64Array, order: Int32Array): void {
    const sd = usableSd(this.panel.residualSd[event]!);
    if (Number.isNaN(sd)) return;
    this.events++;
    const count = this.rankEstimationDays(abnormal, order, sd);
    for (let point = 0; point < this.reactions.points; point++) {
      const reaction = this.reactions.standardised[point * this.panel.n + event]! / this.deviations[point]!;
      if (Number.isNaN(reaction)) this.addWithout(point, count);
      else this.addReaction(point, reaction, count);
    }
  }

  /** Ū of an estimation day over all events that have it; 0 without any. */
  meanOn(day: number, point: number): number {
    const { estimationDays } = this.panel;
    if (this.present[day] === 0) return 0;
    return (this.base[day]! + this.moved[point * estimationDays + day]!) / this.present[day]!;
  }

  /** Keeps the row's estimation days, standardised, with their order and ranks; returns how many they are. */
  private rankEstimationDays(abnormal: Float64Array, order: Int32Array, sd: number): number {
    const { estimationDays } = this.panel;
    let count = 0;
    for (let i = 0; i < order.length; i++) {
      const day = order[i]!;
      if (day >= estimationDays) continue;
      const value = abnormal[day]! / sd;
      this.row[day] = value;
      this.sorted[count] = value;
      this.order[count++] = day;
    }
    midranks(this.row, this.order.subarray(0, count), this.ranked);
    for (let i = 0; i < count; i++) {
      const day = this.order[i]!;
      this.present[day]! += 1;
      this.base[day]! += this.ranked[day]! / (count + 2) - 0.5;
    }
    return count;
  }

  /** With the reaction T_i = count + 1: its own rank, and one rank more for what lies above it, half for its equals. */
  private addReaction(point: number, reaction: number, count: number): void {
    const { sorted, order, moved } = this;
    const offset = point * this.panel.estimationDays;
    const step = 1 / (count + 2);
    const below = lowerBound(sorted, count, reaction);
    let above = below;
    while (above < count && sorted[above] === reaction) moved[offset + order[above++]!]! += step / 2;
    for (let i = above; i < count; i++) moved[offset + order[i]!]! += step;
    this.reactionsAt[point]! += 1;
    this.eventSums[point]! += (1 + (below + above) / 2) * step - 0.5;
    this.variances[point]! += count / (12 * (count + 2));
  }

  /** Without it T_i = count: the event still takes part in the days' means, with ranks over count + 1. */
  private addWithout(point: number, count: number): void {
    const offset = point * this.panel.estimationDays;
    const more = 1 / (count + 1) - 1 / (count + 2);
    for (let i = 0; i < count; i++) {
      const day = this.order[i]!;
      this.moved[offset + day]! += this.ranked[day]! * more;
    }
  }
}

function crossSectionalDeviations({ n }: Panel, { points, standardised }: Reactions): Float64Array {
  const scratch = new Float64Array(n);
  return Float64Array.from({ length: points }, (_, point) =>
    usableSd(momentsOf(numbersAt(standardised, point, n, scratch)).sd),
  );
}

/** How many of the first `count` sorted values are below `value`. */
function lowerBound(sorted: Float64Array, count: number, value: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
