import { dayOf } from '../facts/day-number';

/**
 * What one share becomes over time. Numerators and denominators are multiplied apart and in order of the ex-dates, so
 * that whole-number splits stay exact and the answer does not depend on the order in which they were learnt.
 */
export class SplitLadder {
  private readonly days: readonly number[];
  private readonly shares: readonly { readonly to: number; readonly from: number }[];

  constructor(splits: readonly { readonly exDate: string; readonly from: number; readonly to: number }[]) {
    this.days = splits.map(({ exDate }) => dayOf(exDate));
    const shares = [{ to: 1, from: 1 }];
    for (const { to, from } of splits) {
      const before = shares[shares.length - 1]!;
      shares.push({ to: before.to * to, from: before.from * from });
    }
    this.shares = shares;
  }

  /** How many splits have their ex-date on or before a day: a step of the ladder. */
  stepOn(day: number): number {
    let step = 0;
    while (step < this.days.length && this.days[step]! <= day) step++;
    return step;
  }

  /** Shares that one share of step `from` has become at step `to`. */
  between(from: number, to: number): number {
    const [before, after] = [this.shares[from]!, this.shares[to]!];
    return after.to / before.to / (after.from / before.from);
  }
}
