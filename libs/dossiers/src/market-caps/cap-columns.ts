import type { Known } from '../known/known';
import { wholeOf } from '../replay/prefix';
import { type CapColumns, classColumns, OWN_CLASS } from './class-columns';
import { companyOn, partCap } from './company';

const ofClass = new WeakMap<Known, CapColumns>();
const ofCompany = new WeakMap<Known, CapColumns>();

/** Share counts in force and market caps of the instrument's own class at every close. Computed once for each Known. */
export function classCapColumnsOf(known: Known): CapColumns {
  return remembering(ofClass, known, (whole) => classColumns(whole, OWN_CLASS));
}

/**
 * As classCapColumnsOf(), but `marketCap` is the company's: of all its classes on record, and NaN where one of them lacks
 * its bar or its share count, or they are in several currencies. For an issuer of one class the very same columns.
 */
export function capColumnsOf(known: Known): CapColumns {
  if (known.shareClasses.length === 0) return classCapColumnsOf(known);
  return remembering(ofCompany, known, (whole) => {
    const own = classCapColumnsOf(whole);
    return { ...own, marketCap: own.marketCap.map((cap, place) => companyCap(whole, place, cap)) };
  });
}

function companyCap(known: Known, place: number, own: number): number {
  const company = companyOn(known, known.sessions[place]!);
  if (company === null) return own;
  if (typeof company === 'string') return Number.NaN;
  return company.reduce((sum, part) => sum + partCap(part, place), 0);
}

/** Of a prefix the columns are views of the whole's, which are made once. */
function remembering(
  remembered: WeakMap<Known, CapColumns>,
  known: Known,
  compute: (whole: Known) => CapColumns,
): CapColumns {
  const before = remembered.get(known);
  if (before !== undefined) return before;
  const prefix = wholeOf(known);
  const columns =
    prefix === undefined ? compute(known) : cut(remembering(remembered, prefix.whole, compute), prefix.length);
  remembered.set(known, columns);
  return columns;
}

function cut({ count, adjustedShares, marketCap }: CapColumns, length: number): CapColumns {
  return {
    count: count.subarray(0, length),
    adjustedShares: adjustedShares.subarray(0, length),
    marketCap: marketCap.subarray(0, length),
  };
}
