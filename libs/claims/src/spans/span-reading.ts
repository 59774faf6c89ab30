import type { ReadingCode } from '../verdict/reading';

/** A span as one reading has it: from the close of the bar at `base` to that at `last`. */
export interface SpanEnds {
  readonly reading: readonly ReadingCode[];
  readonly base: number;
  readonly last: number;
  /** The article was (or may have been) out before the close of `last`: only its low and high can speak. */
  readonly within: boolean;
}

/** A span that cannot be placed on the tape: for want of something, or because the date has no session at all. */
export interface SpanGap {
  readonly reading: readonly ReadingCode[];
  readonly missing: string;
  readonly why: string;
  readonly noSession?: true;
}

export type SpanReading = SpanEnds | SpanGap;

export function isGap(span: SpanReading): span is SpanGap {
  return 'missing' in span;
}
