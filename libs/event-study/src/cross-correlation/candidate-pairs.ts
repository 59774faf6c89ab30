/**
 * The pairs of events whose spans of days meet: all others have nothing in common and count as zero without being looked
 * at. Events are taken in the order of their first day, so that the partners of each are a stretch right after it.
 */
export class CandidatePairs {
  readonly count: number;
  private readonly order: Int32Array;
  /** By place in the order: pairs of all places before it. */
  private readonly before: Float64Array;

  /** `first` and `last`: the span of each event, both inclusive; last < first where it is empty. */
  constructor(first: Int32Array, last: Int32Array) {
    this.order = orderedByFirst(first, last);
    const begins = this.order.map((event) => first[event]!);
    this.before = new Float64Array(this.order.length + 1);
    this.order.forEach((event, place) => {
      this.before[place + 1] = this.before[place]! + firstAfter(begins, last[event]!) - place - 1;
    });
    this.count = this.before[this.order.length]!;
  }

  /** The pair with a number from 0 to count - 1. */
  pair(number: number): readonly [number, number] {
    // The first place whose pairs reach beyond the number.
    const place = firstAfter(this.before, number) - 1;
    return [this.order[place]!, this.order[place + 1 + (number - this.before[place]!)]!];
  }
}

/** Places of the spans that are not empty. First day and place make one number: such sort natively, without a comparer. */
function orderedByFirst(first: Int32Array, last: Int32Array): Int32Array {
  const n = first.length;
  const keys = Float64Array.from(first, (day, place) => (last[place]! < day ? Number.NaN : day * n + place));
  return Int32Array.from(keys.filter((key) => !Number.isNaN(key)).sort(), (key) => key - Math.floor(key / n) * n);
}

/** Index of the first of the ascending numbers that is greater than `value`. */
function firstAfter(ascending: Int32Array | Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
