import type { Known } from '../known/known';
import { priceUnitsPerCurrency } from '../known/share-classes';
import { wholeOf } from '../replay/prefix';
import type { MarketCapSplit } from '../runs/run';
import { capColumnsOf, classCapColumnsOf } from './cap-columns';
import type { CapColumns } from './class-columns';
import { type Company, companyOn, type CompanyPart } from './company';

const UNKNOWN: MarketCapSplit = { marketCapChange: null, priceEffect: null, shareCountEffect: null };

/**
 * What changed the company's market cap from one close (index) to another: N0 (P1 - P0) from price, P1 (N1 - N0) from
 * shares, N0 in the shares of the later close; of several classes the sums over them.
 */
export function capChange(known: Known, from: number, to: number): MarketCapSplit {
  // Places are the same on the whole tape, and its columns are made once.
  const whole = wholeOf(known)?.whole ?? known;
  if (whole.shareClasses.length === 0) return splitOf(whole, classCapColumnsOf(whole), from, to);
  const [before, after] = [from, to].map((place) => companyOn(whole, whole.sessions[place] ?? ''));
  if (before === null && after === null) return splitOf(whole, classCapColumnsOf(whole), from, to);
  return companySplit(whole, { from, to }, before ?? null, after ?? null);
}

function splitOf(tape: Known, { adjustedShares, marketCap }: CapColumns, from: number, to: number): MarketCapSplit {
  const [before, after] = [marketCap[from] ?? Number.NaN, marketCap[to] ?? Number.NaN];
  if (Number.isNaN(before) || Number.isNaN(after)) return UNKNOWN;
  const [price, shares] = [tape.close[to]! / priceUnitsPerCurrency(tape.units), adjustedShares[to]!];
  const sharesBefore = adjustedShares[from]! * (tape.splitFactor[to]! / tape.splitFactor[from]!);
  return {
    marketCapChange: after - before,
    priceEffect: sharesBefore * price - before,
    shareCountEffect: price * (shares - sharesBefore),
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function companySplit(known: Known, span: Span, before: Company | null, after: Company | null): MarketCapSplit {
  const { marketCap } = capColumnsOf(known);
  const change = marketCap[span.to]! - marketCap[span.from]!;
  // Where a class came or went on the way nobody can say what of the change is price.
  if (Number.isNaN(change) || before === null || typeof before === 'string' || before !== after) {
    return { ...UNKNOWN, marketCapChange: Number.isNaN(change) ? null : change };
  }
  const splits = before.map((part) => partSplit(part, span));
  return {
    marketCapChange: change,
    priceEffect: splits.reduce((sum, { priceEffect }) => sum + (priceEffect ?? Number.NaN), 0),
    shareCountEffect: splits.reduce((sum, { shareCountEffect }) => sum + (shareCountEffect ?? Number.NaN), 0),
  };
}

function partSplit({ tape, columns, places }: CompanyPart, { from, to }: Span): MarketCapSplit {
  return splitOf(tape, columns, places[from]!, places[to]!);
}
