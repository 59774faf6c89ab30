import { isExhibits, titleOfItem } from '../items/items';
import type { Filing } from '../submissions/filing';

const MOST = 500;

/**
 * The form and its items in short neutral words, so that none of them is lost beside the one that decides the kind:
 * "8-K: Results of Operations and Financial Condition (2.02); Financial Statements and Exhibits (9.01)". Issuers' names
 * change, and with them what EDGAR writes above their old filings: they are left out.
 */
export function headlineOf({ form, items }: Pick<Filing, 'form' | 'items'>): string {
  if (items.length === 0) return `${form}, which states no items`;
  const inFull = `${form}: ${items.map(named).join('; ')}`;
  if (inFull.length <= MOST) return inFull;
  // With every item there is, titles do not fit: the numbers say it as well.
  return `${form}: items ${items.join(', ')}`.slice(0, MOST);
}

function named(item: string): string {
  const title = titleOfItem(item);
  return title === undefined ? `item ${item}` : `${title} (${item})`;
}

/** The items that say something, exhibits apart. */
export function telling(items: readonly string[]): readonly string[] {
  return items.filter((item) => !isExhibits(item));
}
