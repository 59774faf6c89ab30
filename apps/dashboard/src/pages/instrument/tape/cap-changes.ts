import { sharesBetween, type Split } from './capital';
import type { CapRow } from './rows';

/** A market cap and what changed it since the session before that has one, in units of the currency. */
export interface CapChange {
  readonly session: string;
  readonly marketCap: number | null;
  readonly change: number | null;
  /** N0 (P1 - P0); null where the company has classes of shares whose prices are not on this tape. */
  readonly priceEffect: number | null;
  /** P1 (N1 - N0). */
  readonly shareCountEffect: number | null;
  /** Why there is no market cap. */
  readonly reason: CapRow['reason'];
}

/** Splits leave rounding behind that is no share. */
const NEGLIGIBLE = 1e-9;

/** Session by session, from one close to the next. */
export function capChanges(caps: readonly CapRow[], splits: readonly Split[]): readonly CapChange[] {
  return caps.map((cap, i) => {
    const { session, marketCap, reason } = cap;
    return { session, marketCap, reason, ...changeBetween(caps[i - 1], cap, splits) };
  });
}

const UNKNOWN = { change: null, priceEffect: null, shareCountEffect: null };

function changeBetween(before: CapRow | undefined, after: CapRow, splits: readonly Split[]) {
  if (before === undefined || before.marketCap === null || after.marketCap === null) return UNKNOWN;
  const change = after.marketCap - before.marketCap;
  const isOneClass = isOfOneClass(before) && isOfOneClass(after);
  if (!isOneClass || before.adjustedShares === null || after.adjustedShares === null) return { ...UNKNOWN, change };
  const shares = before.adjustedShares * sharesBetween(splits, before.session, after.session);
  const price = after.marketCap / after.adjustedShares;
  const byShares = price * (after.adjustedShares - shares);
  const shareCountEffect = Math.abs(byShares) < NEGLIGIBLE * after.marketCap ? 0 : byShares;
  return { change, priceEffect: change - shareCountEffect, shareCountEffect };
}

function isOfOneClass({ marketCap, classMarketCap }: CapRow): boolean {
  return marketCap === classMarketCap;
}
