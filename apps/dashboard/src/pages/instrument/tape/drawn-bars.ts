import { type Payout, sharesBetween, type Split } from './capital';
import type { BarRow } from './rows';

/**
 * What prices are drawn as. `traded`: as they were; `splits`: in today's shares; `total`: as if what was paid had bought
 * more of the share on its ex-date, so that a quotient of two closes is the total return. Both end at the last close as
 * the API adjusts it.
 */
export type Adjustment = 'splits' | 'traded' | 'total';

/** A bar as it is drawn. */
export interface DrawnBar {
  readonly session: string;
  readonly open: number | null;
  readonly high: number | null;
  readonly low: number | null;
  readonly close: number;
  /** Shares. */
  readonly volume: number | null;
  /**
   * Since the bar before, a fraction: by split-adjusted closes, whichever prices are drawn, and with what was paid where
   * total returns are. Null for the first bar.
   */
  readonly change: number | null;
}

interface Capital {
  readonly splits: readonly Split[];
  readonly payouts: readonly Payout[];
}

/** The tape under an adjustment, oldest first. */
export function drawnBars(bars: readonly BarRow[], adjustment: Adjustment, capital: Capital): readonly DrawnBar[] {
  const growth = adjustment === 'total' ? growthOf(bars, capital) : bars.map(() => 1);
  const last = growth.at(-1) ?? 1;
  return bars.map((bar, i) => {
    const grown = growth[i]! / last;
    const { open, high, low, close, volume } = adjustment === 'traded' ? bar : bar.adjusted;
    const before = bars[i - 1];
    const value = bar.adjusted.close * growth[i]!;
    return {
      session: bar.session,
      ...{ open: times(open, grown), high: times(high, grown), low: times(low, grown), close: close * grown, volume },
      change: before === undefined ? null : value / (before.adjusted.close * growth[i - 1]!) - 1,
    };
  });
}

/** What one share of the first session has grown to by what was paid: by 1 + D / P on every ex-date, at the close of the ex-date or the first one after it. */
function growthOf(bars: readonly BarRow[], { splits, payouts }: Capital): number[] {
  let growth = 1;
  return bars.map(({ session, close }, i) => {
    const before = bars[i - 1]?.session;
    if (before === undefined) return growth;
    const due = payouts.filter(({ exDate }) => exDate > before && exDate <= session);
    const paid = due.reduce((sum, { exDate, amount }) => sum + amount / sharesBetween(splits, exDate, session), 0);
    growth *= 1 + paid / close;
    return growth;
  });
}

function times(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}
