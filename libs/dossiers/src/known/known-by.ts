import type { Cut } from '../facts/cut';
import { type Dossier, factsOf } from '../facts/dossier';
import { actsOf } from './acts';
import { barWinners } from './bar-winners';
import { benchmarksOf, dividendsOf, shareCountsOf, splitsOf } from './capital';
import { observationsOf, schedulesOf } from './expectations';
import type { Known } from './known';
import { momentsOf } from './moments';
import { exchangeOf, namesOf } from './names';
import { payoutsOf } from './payouts';
import { sectorsOf } from './sectors';
import { priceUnitsPerCurrency, shareClassesOf, unitsOf } from './share-classes';
import { sessionTableOf } from './session-table';
import { SplitLadder } from './split-ladder';
import { tapeOf } from './tape';
import { delistingOf, distributionsOf, haltsOf } from './trading';

const NO_OTHERS: ReadonlyMap<string, Known> = new Map();

/**
 * What was known of an instrument at a cut. Null while its listing is not on record: without its exchange nothing can
 * be placed in time. The listing itself says who the instrument is, so only asRecorded cuts it.
 */
export function knownBy(dossier: Dossier, cut: Cut = {}): Known | null {
  const moments = momentsOf(cut);
  const listing = factsOf(dossier, 'listing').findLast(({ position }) => position <= moments.asRecorded);
  if (listing === undefined) return null;
  const names = namesOf(dossier, listing, moments);
  const exchange = exchangeOf(names);
  const table = sessionTableOf(exchange);
  // Splits the world learnt later stay on the ladder: a delivery may have them in its figures, and what was traded that
  // day was public that day. They cannot reach a return: by its ex-date every split is known.
  const ladder = new SplitLadder(splitsOf(dossier, { ...moments, asOf: Infinity }, table));
  const dividends = dividendsOf(dossier, moments, table);
  const distributions = distributionsOf(dossier, moments, table);
  const units = unitsOf(dossier, moments);
  const payouts = payoutsOf(dividends, distributions, priceUnitsPerCurrency(units));
  const winners = barWinners(dossier.bars, moments, table);
  const { name, currency, issuer, cik } = listing;
  return {
    instrumentId: dossier.instrumentId,
    listing: { name, currency, issuer, cik },
    names,
    exchange,
    table,
    ...tapeOf(dossier.bars, winners, table, ladder, payouts),
    strays: winners.strays,
    ladder,
    splits: splitsOf(dossier, moments, table),
    dividends,
    distributions,
    halts: haltsOf(dossier, moments),
    delisting: delistingOf(dossier, moments, table),
    schedules: schedulesOf(dossier, moments),
    observations: observationsOf(dossier, moments),
    shareClasses: shareClassesOf(dossier, moments),
    units,
    others: NO_OTHERS,
    shareCounts: shareCountsOf(dossier, moments, table),
    benchmarks: benchmarksOf(dossier, moments),
    sectors: sectorsOf(dossier, moments),
    acts: actsOf(dossier, moments, table),
  };
}
