import type { Session } from '@streakline/market-time';
import type { NoCompany } from './company';

/** Market capitalisation at one session's close, or why there is none. Shares and their count are of the instrument's own class. */
export interface MarketCap {
  readonly session: Session;
  /** As traded, in what its prices are given in. */
  readonly close: number;
  /** The count with the latest `countedOn` among those known at this close, as filed; null if none was. */
  readonly shares: number | null;
  readonly countedOn: string | null;
  /** In units of trading: `shares` / sharesPerUnit on countedOn, x the splits with countedOn < exDate <= session. */
  readonly adjustedShares: number | null;
  /** Of the company, all classes, in units of the currency. */
  readonly marketCap: number | null;
  /** Of the instrument's own class: close (in the currency) x adjustedShares. */
  readonly classMarketCap: number | null;
  /**
   * Why `marketCap` is null. `classMarketCap` is null too where no count of its own class was known, or it was older than
   * 400 days; the company has none also where another class lacks its bar or its count, or is in another currency.
   */
  readonly reason: 'noShareCount' | 'staleShareCount' | NoCompany | null;
}
