import type { Session } from '@streakline/market-time';

/** Market capitalisation at one session's close, or why there is none. */
export interface MarketCap {
  readonly session: Session;
  /** As traded. */
  readonly close: number;
  /** The count with the latest `countedOn` among those known at this close, as filed; null if none was. */
  readonly shares: number | null;
  readonly countedOn: string | null;
  /** `shares` x the splits with countedOn < exDate <= session. */
  readonly adjustedShares: number | null;
  /** close x adjustedShares, in units of the currency. */
  readonly marketCap: number | null;
  /** Why `marketCap` is null: no count was known, or it was older than 400 days. */
  readonly reason: 'noShareCount' | 'staleShareCount' | null;
}
