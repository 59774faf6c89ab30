/**
 * Sorts rows of values again and again without allocating: a merge sort of indices, stable, NaN left out. Rows of a few
 * hundred values are what rank tests are made of, so this is where their time goes.
 */
export class AscendingOrder {
  private order: Int32Array;
  private scratch: Int32Array;

  /** `length`: the longest row that will be sorted. */
  constructor(length: number) {
    this.order = new Int32Array(length);
    this.scratch = new Int32Array(length);
  }

  /** Indices of the numbers of `values`, the smallest first. The array is the sorter's own and valid until the next call. */
  of(values: Float64Array): Int32Array {
    let count = 0;
    for (let i = 0; i < values.length; i++) if (!Number.isNaN(values[i])) this.order[count++] = i;
    sortShortStretches(values, this.order, count);
    for (let width = STRETCH; width < count; width *= 2) {
      for (let start = 0; start < count; start += 2 * width) {
        merge(
          values,
          this.order,
          this.scratch,
          start,
          Math.min(start + width, count),
          Math.min(start + 2 * width, count),
        );
      }
      [this.order, this.scratch] = [this.scratch, this.order];
    }
    return this.order.subarray(0, count);
  }
}

/** Insertion sort beats merging below some ten values. */
const STRETCH = 8;

function sortShortStretches(values: Float64Array, order: Int32Array, count: number): void {
  for (let start = 0; start < count; start += STRETCH) {
    const end = Math.min(start + STRETCH, count);
    for (let i = start + 1; i < end; i++) {
      const index = order[i]!;
      const value = values[index]!;
      let to = i;
      while (to > start && values[order[to - 1]!]! > value) {
        order[to] = order[to - 1]!;
        to--;
      }
      order[to] = index;
    }
  }
}

function merge(
  values: Float64Array,
  from: Int32Array,
  to: Int32Array,
  start: number,
  middle: number,
  end: number,
): void {
  let left = start;
  let right = middle;
  for (let out = start; out < end; out++) {
    const takeLeft = right >= end || (left < middle && values[from[left]!]! <= values[from[right]!]!);
    to[out] = takeLeft ? from[left++]! : from[right++]!;
  }
}
