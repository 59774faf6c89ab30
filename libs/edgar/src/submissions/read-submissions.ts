import { cikOf } from '../accession';
import { isDate } from '../calendar-date';
import { EdgarFileError } from '../edgar-file-error';
import { isObject, type JsonObject, parseObject, textOf, textsOf } from '../json-parts';
import { type ReadFilings, readColumns } from './filing';

/** A further file of older filings, which the main one names. */
export interface PageName {
  /** Such as CIK0001018724-submissions-001.json; only a bare name, never a path. */
  readonly name: string;
  readonly filings?: number;
  readonly from?: string;
  readonly to?: string;
}

/** An issuer and its filings, as https://data.sec.gov/submissions/CIK##########.json has them. */
export interface Submissions extends ReadFilings {
  /** Ten digits. */
  readonly cik: string;
  readonly name: string;
  readonly tickers: readonly string[];
  /** In the order of the tickers: Nasdaq, NYSE, OTC. */
  readonly exchanges: readonly string[];
  readonly pages: readonly PageName[];
}

/**
 * Reads a submissions file, which holds the newest 1,000 filings at least, or those of a year.
 *
 * @throws EdgarFileError
 */
export function readSubmissions(text: string): Submissions {
  return submissionsOf(parseObject(text));
}

/** As readSubmissions, of what is parsed already. */
export function submissionsOf(json: JsonObject): Submissions {
  const cik = cikOf(textOf(json['cik']) ?? (typeof json['cik'] === 'number' ? json['cik'] : ''));
  const filings = json['filings'];
  if (cik === undefined || !isObject(filings)) {
    throw new EdgarFileError('notSubmissions', 'has no cik or no filings: it is no submissions file of data.sec.gov.');
  }
  const pages = Array.isArray(filings['files']) ? filings['files'].flatMap((file: unknown) => pageOf(file) ?? []) : [];
  return {
    cik,
    name: textOf(json['name']) ?? `CIK ${cik}`,
    tickers: textsOf(json['tickers']),
    exchanges: Array.isArray(json['exchanges']) ? json['exchanges'].map((one: unknown) => textOf(one) ?? '') : [],
    pages,
    ...readColumns(filings['recent'], 'filings.recent'),
  };
}

/**
 * Reads one of the further files that a submissions file names: columns and nothing else.
 *
 * @throws EdgarFileError
 */
export function readPage(text: string): ReadFilings {
  return readColumns(parseObject(text), 'page');
}

function pageOf(file: unknown): PageName | undefined {
  if (!isObject(file)) return undefined;
  const name = textOf(file['name']);
  if (name === undefined || !/^CIK\d{10}-submissions-\d{3,6}\.json$/.test(name)) return undefined;
  const [count, from, to] = [file['filingCount'], textOf(file['filingFrom']), textOf(file['filingTo'])];
  return {
    name,
    ...(typeof count === 'number' ? { filings: count } : {}),
    ...(from !== undefined && isDate(from) ? { from } : {}),
    ...(to !== undefined && isDate(to) ? { to } : {}),
  };
}
