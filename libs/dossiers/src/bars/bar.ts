import type { Session } from '@streakline/market-time';

export interface BarPrices {
  readonly open: number | null;
  readonly high: number | null;
  readonly low: number | null;
  readonly close: number;
  /** Shares. */
  readonly volume: number | null;
}

/** One session's bar as traded, and `adjusted` for the splits after it up to the tape's last session. */
export interface Bar extends BarPrices {
  readonly session: Session;
  readonly adjusted: BarPrices;
  readonly source: string;
  /** Epoch milliseconds: when the figures shown became public. */
  readonly knownAt: number;
  /** Position of the event that they come from. */
  readonly position: number;
}
