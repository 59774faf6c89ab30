import type { Filing } from '../submissions/filing';
import { telling } from './headline';

/** What an amending filing amends; or why that cannot be told. */
export type Amended = { readonly amends: Filing } | { readonly why: string };

/**
 * The filing that a Form 8-K/A amends. Neither the submissions file nor the header names it: it is the earlier 8-K of the
 * same report date (the date of the event, which an amendment keeps) that shares most of its items. Where none fits, or
 * two do equally, it is not guessed.
 */
export function amendedFiling(amending: Filing, originals: readonly Filing[]): Amended {
  const { reportDate, accession, filedOn } = amending;
  if (reportDate === undefined) return { why: 'it names no date of the event' };
  const earlier = originals.filter(
    (one) => one.reportDate === reportDate && one.filedOn <= filedOn && one.accession !== accession,
  );
  if (earlier.length === 0) return { why: `no earlier 8-K of the event of ${reportDate} is in the files` };
  const shared = earlier.map((one) => ({ one, count: sharedItems(one, amending) }));
  const most = Math.max(...shared.map(({ count }) => count));
  const best = shared.filter(({ count }) => count === most);
  const only = best.length === 1 ? best[0] : undefined;
  if (only !== undefined) return { amends: only.one };
  const names = best.map(({ one }) => one.accession).join(', ');
  return { why: `${best.length} filings of the event of ${reportDate} fit equally: ${names}` };
}

function sharedItems(original: Filing, amending: Filing): number {
  return telling(amending.items).filter((item) => original.items.includes(item)).length;
}
