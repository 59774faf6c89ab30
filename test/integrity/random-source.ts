/** Numbers that look random and are the same for the same seed (mulberry32), so that a failing history can be told again. */
export class RandomSource {
  private state: number;

  constructor(readonly seed: number) {
    this.state = seed | 0;
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number in [from, to]. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** A whole number from 0 to `below`, without it. */
  below(below: number): number {
    return this.whole(0, below - 1);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(0, items.length - 1)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }
}

/** Of this run of the tests, and in the names of those that draw by it: STREAKLINE_SEED brings a failed run back. */
export const seed = Number(process.env['STREAKLINE_SEED'] ?? Date.now() % 1_000_000_000);
