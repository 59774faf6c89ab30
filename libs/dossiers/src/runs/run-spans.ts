import { changeOf } from '../known/change';
import type { Known } from '../known/known';
import { wholeOf } from '../replay/prefix';

/** A run by its places on the tape: first and last bar (indexes), the bar before it being its base. */
export interface RunSpan {
  /** 1 rising, -1 falling. */
  readonly sign: 1 | -1;
  readonly first: number;
  readonly last: number;
}

export interface RunSpans {
  /** In order of time. */
  readonly spans: readonly RunSpan[];
  /** The run that each bar belongs to, as an index into `spans`; -1 is "none" (the first bar, an unchanged close). */
  readonly spanOf: Int32Array;
}

const remembered = new WeakMap<Known, RunSpans>();

/** Every maximal row of closes that all fall, or all rise, against the bar before. Computed once for each Known. */
export function runSpansOf(known: Known): RunSpans {
  let spans = remembered.get(known);
  if (spans === undefined) remembered.set(known, (spans = spansIn(known)));
  return spans;
}

/** The run that the bar with a place belongs to; undefined where it belongs to none. For who asks of one bar of many prefixes. */
export function runSpanAt(known: Known, bar: number): RunSpan | undefined {
  const prefix = wholeOf(known);
  const { spans, spanOf } = runSpansOf(prefix?.whole ?? known);
  const span = bar < known.ordinals.length ? spans[spanOf[bar] ?? -1] : undefined;
  if (prefix === undefined || span === undefined || span.last < prefix.length) return span;
  return { ...span, last: prefix.length - 1 };
}

function spansIn(known: Known): RunSpans {
  const prefix = wholeOf(known);
  if (prefix === undefined) return computed(known.value);
  const whole = runSpansOf(prefix.whole);
  const spanOf = whole.spanOf.subarray(0, prefix.length);
  // The last bars may belong to no run, and the run of the last one that has one may go on beyond the prefix.
  const newest = spanOf.findLast((span) => span !== -1);
  if (newest === undefined) return { spans: [], spanOf };
  const spans = whole.spans.slice(0, newest + 1);
  const { sign, first, last } = spans[newest]!;
  spans[newest] = { sign, first, last: Math.min(last, prefix.length - 1) };
  return { spans, spanOf };
}

function computed(value: Float64Array): RunSpans {
  const spans: { sign: 1 | -1; first: number; last: number }[] = [];
  const spanOf = new Int32Array(value.length).fill(-1);
  for (let i = 1; i < value.length; i++) {
    const sign = Math.sign(changeOf(value[i - 1]!, value[i]!));
    const open = spans[spanOf[i - 1]!];
    if (sign === 0) continue;
    // Lengthened in place: an object a bar took most of the time of a study's reading.
    if (open?.sign === sign) open.last = i;
    else spans.push({ sign: sign === 1 ? 1 : -1, first: i, last: i });
    spanOf[i] = spans.length - 1;
  }
  return { spans, spanOf };
}
