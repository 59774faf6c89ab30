import type { Session } from '@streakline/market-time';
import type { OpenTrade } from './open-trade';

/** A position of the portfolio. Prices are per present share. */
export interface Holding {
  readonly index: number;
  /** Negative: sold short. Never 0. */
  shares: number;
  /** Newest known close, less the splits and payouts since: the cash of a dividend is not counted twice. */
  mark: number;
  /** Paid on the mean, before costs. */
  averagePrice: number;
  readonly openedOn: Session;
  readonly tag: string | null;
  readonly trade: OpenTrade;
}
