import type { Cut } from '../facts/cut';
import type { Dossier } from '../facts/dossier';
import { barWinners } from '../known/bar-winners';
import type { Known } from '../known/known';
import { momentsOf } from '../known/moments';
import { payoutsOf } from '../known/payouts';
import { priceUnitsPerCurrency } from '../known/share-classes';
import { tapeOf } from '../known/tape';

/**
 * The tape with each bar as it was known at its own session's close: what a trade of that session was made at, whatever
 * was told of it later; sessions whose bar came later lack it. `known` is that of the same dossier and cut, and the answer
 * where no bar differs.
 */
export function barsAtCloses(dossier: Dossier, known: Known, cut: Cut = {}): Known {
  const { barKnownAt, ordinals, table, ladder, dividends, distributions, units } = known;
  if (barKnownAt.every((at, i) => at <= table.closes[ordinals[i]!]!)) return known;
  const winners = barWinners(dossier.bars, momentsOf(cut), table, true);
  const payouts = payoutsOf(dividends, distributions, priceUnitsPerCurrency(units));
  return { ...known, ...tapeOf(dossier.bars, winners, table, ladder, payouts) };
}
