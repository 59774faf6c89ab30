import type { ReadingCode } from '../verdict/reading';

/** A change over a span, before it is held against what was stated: one figure, or all between a low and a high. */
export interface Measured {
  readonly reading: readonly ReadingCode[];
  /** Signed: a fall is negative. Equal but for a session of which only the low and the high can speak. */
  readonly low: number;
  readonly high: number;
}

/** A change that cannot be computed, for want of something. */
export interface Unmeasured {
  readonly reading: readonly ReadingCode[];
  readonly missing: string;
  readonly why: string;
}

export type Measurement = Measured | Unmeasured;
