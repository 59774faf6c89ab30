import { cikOf, isAccession } from '../accession';
import { isDate } from '../calendar-date';
import { EdgarFileError } from '../edgar-file-error';
import { isObject, type JsonObject, parseObject, textOf } from '../json-parts';
import type { RefusedEntry } from '../refused-entry';

/** Shares outstanding as the cover of one filing states them. */
export interface CoverCount {
  readonly accession: string;
  readonly form: string;
  /** The day of the count, which the cover names. */
  readonly countedOn: string;
  readonly filedOn: string;
  readonly shares: number;
  /** Of a cover that counts by class: its name in the filing, such as CommonClassA. */
  readonly shareClass?: string;
  /** The ticker that the cover gives it, if it is listed. */
  readonly symbol?: string;
}

export interface ShareCounts {
  /** Ten digits. */
  readonly cik: string;
  readonly name: string;
  /** In the order of their filings. */
  readonly counts: readonly CoverCount[];
  readonly refused: readonly RefusedEntry[];
}

/**
 * The share counts in a companyfacts file (https://data.sec.gov/api/xbrl/companyfacts/CIK##########.json): the fact
 * dei:EntityCommonStockSharesOutstanding, once a filing and day of count. It holds only facts without dimensions: issuers
 * with several classes, which count each on its own, have none there, or none since they have them.
 *
 * @throws EdgarFileError
 */
export function readShareCounts(text: string): ShareCounts {
  return shareCountsOf(parseObject(text));
}

/** As readShareCounts, of what is parsed already. */
export function shareCountsOf(json: JsonObject): ShareCounts {
  const cik = cikOf(textOf(json['cik']) ?? (typeof json['cik'] === 'number' ? json['cik'] : ''));
  const facts = json['facts'];
  if (cik === undefined || !isObject(facts)) {
    throw new EdgarFileError('notShareCounts', 'has no cik or no facts: it is no companyfacts file of data.sec.gov.');
  }
  const found = entriesOf(facts);
  const refused: RefusedEntry[] = [];
  const counts = new Map<string, CoverCount>();
  const contradicted = new Set<string>();
  found.forEach((entry, index) => {
    const count = countOf(entry);
    if (typeof count === 'string') {
      refused.push({ where: `EntityCommonStockSharesOutstanding[${index}]`, reason: count });
      return;
    }
    const key = `${count.accession} ${count.countedOn}`;
    const known = counts.get(key);
    if (known !== undefined && known.shares !== count.shares && !contradicted.has(key)) {
      contradicted.add(key);
      refused.push({ where: count.accession, reason: twoCounts(known, count) });
    }
    if (known === undefined) counts.set(key, count);
  });
  for (const key of contradicted) counts.delete(key);
  const inOrder = [...counts.values()].sort(byFiling);
  return { cik, name: textOf(json['entityName']) ?? `CIK ${cik}`, counts: inOrder, refused };
}

function byFiling(one: CoverCount, other: CoverCount): number {
  const [a, b] = [
    `${one.filedOn} ${one.accession} ${one.countedOn}`,
    `${other.filedOn} ${other.accession} ${other.countedOn}`,
  ];
  return a < b ? -1 : Number(a > b);
}

function entriesOf(facts: JsonObject): readonly unknown[] {
  const dei = facts['dei'];
  const fact = isObject(dei) ? dei['EntityCommonStockSharesOutstanding'] : undefined;
  const units = isObject(fact) ? fact['units'] : undefined;
  const shares = isObject(units) ? units['shares'] : undefined;
  return Array.isArray(shares) ? shares : [];
}

/** The count, or why it is none. */
function countOf(entry: unknown): CoverCount | string {
  if (!isObject(entry)) return 'is no fact';
  const [accession, countedOn, filedOn] = [textOf(entry['accn']), textOf(entry['end']), textOf(entry['filed'])];
  const shares = entry['val'];
  if (accession === undefined || !isAccession(accession)) return 'names no filing by its accession number';
  if (countedOn === undefined || !isDate(countedOn)) return `${accession}: the day of the count is no date`;
  if (filedOn === undefined || !isDate(filedOn)) return `${accession}: the day of the filing is no date`;
  if (typeof shares !== 'number' || !(shares > 0))
    return `${accession}: ${String(shares).slice(0, 40)} is no number of shares`;
  // A slip of the pen on the cover: a count can only be of a day that has been.
  if (countedOn > filedOn) return `${accession}: counted on ${countedOn}, after the filing of ${filedOn}`;
  return { accession, form: textOf(entry['form']) ?? '', countedOn, filedOn, shares };
}

function twoCounts(known: CoverCount, other: CoverCount): string {
  return `${known.accession} counts ${known.shares} and ${other.shares} shares on ${known.countedOn}: which is all of them the file does not say. Give the filing's cover.`;
}
