import type { DrawnMoment } from './moment';

/** A report on a quarter, with the surprise that moves the price. */
export interface EarningsNews extends DrawnMoment {
  readonly kind: 'earnings';
  /** 2025-Q3. */
  readonly period: string;
  /** Sessions by which it comes later than was first scheduled; 0: as scheduled. */
  readonly movedBy: number;
  /** In standard deviations. */
  readonly surprise: number;
}

/** Any other announcement: it moves day 0 by chance alone. */
export interface OtherNews extends DrawnMoment {
  readonly kind: 'deal' | 'guidance' | 'leadership' | 'product' | 'regulatory' | 'funding';
  /** Of day 0, a log return. */
  readonly jump: number;
}

/** The deal that ends a listing. */
export interface TakeoverNews extends DrawnMoment {
  readonly kind: 'takeover';
}

export type News = EarningsNews | OtherNews | TakeoverNews;
