import { isAccession } from '../accession';
import { isDate } from '../calendar-date';
import { EdgarFileError } from '../edgar-file-error';
import { isObject, type JsonObject, textOf } from '../json-parts';
import type { RefusedEntry } from '../refused-entry';

/** One filing, as a submissions file lists it. */
export interface Filing {
  readonly accession: string;
  readonly form: string;
  /** The date that EDGAR counts it under, which may be the business day after it was accepted. */
  readonly filedOn: string;
  /** Of an 8-K the date of the earliest event reported, of a report the end of its period. */
  readonly reportDate?: string;
  /** `acceptanceDateTime` as it stands there, `YYYY-MM-DDTHH:MM:SS`: UTC or New York time, whatever its Z says. */
  readonly accepted?: string;
  /** Of an 8-K: `2.02`, `9.01`; before August 2004 `5`, `12`. */
  readonly items: readonly string[];
  readonly primaryDocument?: string;
}

export interface ReadFilings {
  readonly filings: readonly Filing[];
  readonly refused: readonly RefusedEntry[];
}

/**
 * The filings of a block of columns (`filings.recent`, or a whole paging file), in the order they stand there.
 *
 * @throws EdgarFileError `notSubmissions`; `unequalColumns` where a column is shorter than another: which figure belongs
 *   to which filing is then anyone's guess
 */
export function readColumns(block: unknown, where: string): ReadFilings {
  const columns = columnsOf(block, where);
  const accessions = columns.get('accessionNumber') ?? [];
  for (const [name, values] of columns) {
    if (values.length === accessions.length) continue;
    const lengths = `${where}.${name} has ${values.length} entries beside ${accessions.length} accession numbers`;
    throw new EdgarFileError('unequalColumns', `${lengths}: the file is damaged, fetch it again.`);
  }
  const filings: Filing[] = [];
  const refused: RefusedEntry[] = [];
  accessions.forEach((_, index) => {
    const read = filingAt(columns, index);
    if (typeof read === 'string') refused.push({ where: `${where}[${index}]`, reason: read });
    else filings.push(read);
  });
  return { filings, refused };
}

type Columns = ReadonlyMap<string, readonly unknown[]>;

const NEEDED = ['accessionNumber', 'filingDate', 'form'];
const WANTED = [...NEEDED, 'reportDate', 'acceptanceDateTime', 'items', 'primaryDocument'];

function columnsOf(block: unknown, where: string): Columns {
  const given: JsonObject = isObject(block) ? block : {};
  const columns = WANTED.flatMap((name) => {
    const values = given[name];
    return Array.isArray(values) ? [[name, values as readonly unknown[]] as const] : [];
  });
  const missing = NEEDED.filter((name) => !Array.isArray(given[name]));
  if (missing.length === 0) return new Map(columns);
  throw new EdgarFileError(
    'notSubmissions',
    `has no ${missing.map((name) => `${where}.${name}`).join(', ')}: it is no submissions file of data.sec.gov, or a damaged one.`,
  );
}

/** The filing in a row of the columns, or why it is none. */
function filingAt(columns: Columns, index: number): Filing | string {
  const at = (name: string) => textOf(columns.get(name)?.[index]);
  const [accession, filedOn, form] = [at('accessionNumber'), at('filingDate'), at('form')];
  if (accession === undefined || !isAccession(accession))
    return `${brief(accession)} is no accession number (ten digits, two, six)`;
  if (filedOn === undefined || !isDate(filedOn)) return `${accession}: ${brief(filedOn)} is no filing date`;
  if (form === undefined) return `${accession}: no form is named`;
  const reportDate = at('reportDate');
  const accepted = acceptedOf(at('acceptanceDateTime'));
  const primaryDocument = at('primaryDocument');
  return {
    accession,
    form: form.slice(0, 40),
    filedOn,
    ...(reportDate !== undefined && isDate(reportDate) ? { reportDate } : {}),
    ...(accepted === undefined ? {} : { accepted }),
    items: itemsOf(at('items')),
    ...(primaryDocument === undefined ? {} : { primaryDocument }),
  };
}

/** Seconds are all that EDGAR counts. The zone is dropped: it cannot be trusted. */
function acceptedOf(text: string | undefined): string | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?Z?$/.exec(text ?? '');
  if (found?.[1] === undefined || !isDate(found[1])) return undefined;
  return Number.isNaN(Date.parse(`${found[1]}T${found[2]}Z`)) ? undefined : `${found[1]}T${found[2]}`;
}

function itemsOf(text: string | undefined): readonly string[] {
  const items = (text ?? '').split(',').map((item) => item.trim());
  return [...new Set(items.filter((item) => /^\d{1,2}(\.\d{2})?$/.test(item)))];
}

function brief(value: string | undefined): string {
  return value === undefined ? 'nothing' : JSON.stringify(value.slice(0, 60));
}
