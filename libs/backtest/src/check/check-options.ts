import type { Market } from '../market/market';

export interface CheckOptions {
  /** Opened without asOf: the whole log. */
  readonly market: Market;
  /** Of the replay: dates, [from, to). */
  readonly from: string;
  readonly to: string;
  /** Moments to cut at; default 24. */
  readonly cuts?: number;
  /** That draws them; default 1. */
  readonly seed?: number;
  /** Cut runs under way at once; default 1. The report is the same. */
  readonly atOnce?: number;
  /** After the whole run, and each cut run: how many are done, of how many; then of the bisection, whose runs are few. */
  readonly onProgress?: (progress: CheckProgress) => void;
  /** Asked before every run but the first: true leaves the rest out, which the report tells. */
  readonly isTimeUp?: () => boolean;
}

export interface CheckProgress {
  readonly phase: 'cutting' | 'bisecting';
  /** Runs; `total` is what a bisection takes at most. */
  readonly done: number;
  readonly total: number;
}
