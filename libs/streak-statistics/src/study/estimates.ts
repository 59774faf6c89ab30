import type { Stepwise } from '@streakline/event-study';
import { kaplanMeier, type LengthTally, restrictedMean } from '../survival/kaplan-meier';
import { type BaseDirection, comparisons, meanOutcomes } from './comparisons';
import type { Matching } from './matching';
import type { Sessions } from './sessions';
import { isWithin } from './strata';

/** One comparison's figures; null where no announcement that has the outcome is matched. */
export interface Estimate {
  /** Announcements, weighted by how often their month was drawn. */
  readonly n: number;
  /** Mean of the outcome over the announcements; of lengths, the mean up to the horizon by Kaplan and Meier. */
  readonly announced: number | null;
  /** The same of the sessions that they are matched with, each announcement's sessions weighing as much as it does. */
  readonly base: number | null;
}

const OUTCOMES = meanOutcomes.length;

interface Sides<One> {
  readonly announced: One;
  readonly base: One;
}

interface Side {
  readonly sums: Float64Array;
  readonly tallies: Float64Array;
}

/**
 * The comparisons' figures, the calendar's months taken as often as their weight says: once each for the figures
 * themselves, as drawn for the bootstrap.
 */
export class Estimator {
  private readonly day0Months: Int32Array;
  /** By group and outcome: how many have it, and the sum of it, side by side as they are read together. */
  private readonly sums: Sides<Float64Array>;
  private readonly tallies: Sides<Float64Array>;
  private readonly bins: number;
  /** Of each session its outcomes side by side. */
  private readonly outcomes: Float64Array;

  constructor(
    private readonly sessions: Sessions,
    private readonly matching: Matching,
    /** Lengths from here on count as this long. */
    private readonly horizon: number,
  ) {
    const groups = matching.strata.length;
    const { position, calendar } = sessions;
    this.day0Months = matching.dayZeros.session.map((session) => calendar.months[position[session]!]!);
    this.outcomes = sideBySide(sessions.outcomes);
    const places = 2 * OUTCOMES * groups;
    this.sums = { announced: new Float64Array(places), base: new Float64Array(places) };
    this.bins = 2 * horizon + 2;
    this.tallies = { announced: new Float64Array(groups * this.bins), base: new Float64Array(groups * this.bins) };
  }

  /** In the order of `comparisons`; in steps of some months. */
  *estimates(weightOfMonth: ArrayLike<number>): Stepwise<readonly Estimate[]> {
    this.clear();
    this.addAnnounced(weightOfMonth);
    yield* this.addPool(weightOfMonth);
    return comparisons.map(({ outcome, direction }) => {
      if (outcome === 'lengthFromDay0') return this.lengths(direction);
      return this.mean(meanOutcomes.indexOf(outcome), direction);
    });
  }

  private clear(): void {
    for (const { announced, base } of [this.sums, this.tallies]) {
      announced.fill(0);
      base.fill(0);
    }
  }

  private addAnnounced(weights: ArrayLike<number>): void {
    const { dayZeros, group } = this.matching;
    const side: Side = { sums: this.sums.announced, tallies: this.tallies.announced };
    for (let i = 0; i < group.length; i++) {
      const weight = weights[this.day0Months[i]!]!;
      if (weight === 0 || group[i]! < 0) continue;
      this.add(side, group[i]!, dayZeros.session[i]!, weight);
    }
  }

  private *addPool(weights: ArrayLike<number>): Stepwise<void> {
    const { monthStarts } = this.matching.pool;
    const total = monthStarts.length - 1;
    let sessions = 0;
    for (let month = 0; month < total; month++) {
      const [from, to] = [monthStarts[month]!, monthStarts[month + 1]!];
      if (weights[month]! === 0) continue;
      this.addMonth(from, to, weights[month]!);
      sessions += to - from;
      if (sessions < SESSIONS_A_STEP) continue;
      sessions = 0;
      yield { phase: 'working out base rates', done: month, total };
    }
  }

  private addMonth(from: number, to: number, weight: number): void {
    const { session, own, shared } = this.matching.pool;
    const side: Side = { sums: this.sums.base, tallies: this.tallies.base };
    for (let i = from; i < to; i++) {
      if (own[i]! >= 0) this.add(side, own[i]!, session[i]!, weight);
      if (shared[i]! >= 0) this.add(side, shared[i]!, session[i]!, weight);
    }
  }

  private add({ sums, tallies }: Side, group: number, session: number, weight: number): void {
    const { outcomes } = this;
    for (let outcome = 0, place = session * OUTCOMES; outcome < OUTCOMES; outcome++, place++) {
      const value = outcomes[place]!;
      if (Number.isNaN(value)) continue;
      const at = 2 * (group * OUTCOMES + outcome);
      sums[at]! += weight;
      sums[at + 1]! += weight * value;
    }
    tallies[group * this.bins + this.binOf(session)]! += weight;
  }

  /** The lower half of a group's bins is of runs that ended, the upper one of those that may become longer. */
  private binOf(session: number): number {
    const length = this.sessions.length[session]!;
    if (length >= this.horizon) return 2 * this.horizon + 1;
    return this.sessions.unfinished[session] === 1 ? this.horizon + 1 + length : length;
  }

  private mean(outcome: number, direction: BaseDirection): Estimate {
    const { announced, base } = this.sums;
    let [n, sum, expected] = [0, 0, 0];
    this.matching.strata.forEach((stratum, group) => {
      const at = 2 * (group * OUTCOMES + outcome);
      const count = announced[at]!;
      if (count === 0 || base[at] === 0 || !isWithin(stratum, direction)) return;
      n += count;
      sum += announced[at + 1]!;
      expected += (count * base[at + 1]!) / base[at]!;
    });
    return n === 0 ? NOTHING : { n, announced: sum / n, base: expected / n };
  }

  private lengths(direction: BaseDirection): Estimate {
    const sides = { announced: this.emptyTally(), base: this.emptyTally() };
    let n = 0;
    this.matching.strata.forEach((stratum, group) => {
      if (!isWithin(stratum, direction)) return;
      const [count, matches] = [this.tallied('announced', group), this.tallied('base', group)];
      if (count === 0 || matches === 0) return;
      n += count;
      this.addTally(sides.announced, 'announced', group, 1);
      this.addTally(sides.base, 'base', group, count / matches);
    });
    if (n === 0) return NOTHING;
    const [announced, base] = [sides.announced, sides.base].map((tally) =>
      restrictedMean(kaplanMeier(tally), this.horizon),
    ) as [number | null, number | null];
    return { n, announced, base };
  }

  private emptyTally(): LengthTally {
    return { ended: new Float64Array(this.horizon + 1), censored: new Float64Array(this.horizon + 1) };
  }

  private tallied(side: keyof Sides<unknown>, group: number): number {
    let sum = 0;
    for (let bin = 0; bin < this.bins; bin++) sum += this.tallies[side][group * this.bins + bin]!;
    return sum;
  }

  private addTally(tally: LengthTally, side: keyof Sides<unknown>, group: number, weight: number): void {
    const at = group * this.bins;
    for (let length = 0; length <= this.horizon; length++) {
      tally.ended[length]! += weight * this.tallies[side][at + length]!;
      tally.censored[length]! += weight * this.tallies[side][at + this.horizon + 1 + length]!;
    }
  }
}

// That take some milliseconds.
const SESSIONS_A_STEP = 10_000;

const NOTHING: Estimate = { n: 0, announced: null, base: null };

function sideBySide(columns: readonly Float64Array[]): Float64Array {
  const together = new Float64Array((columns[0]?.length ?? 0) * columns.length);
  columns.forEach((column, at) => {
    for (let i = 0; i < column.length; i++) together[i * columns.length + at] = column[i]!;
  });
  return together;
}
