import { accessionIn, cikOf } from '../accession';
import { dateOfDigits, isDate } from '../calendar-date';
import { EdgarFileError } from '../edgar-file-error';
import { itemTitled } from '../items/items';
import type { NewYorkTime } from '../times/new-york';

/** The head of a filing: EDGAR's own word on when it came in, as what, and from whom. */
export interface FilingHeader {
  readonly accession: string;
  /** New York time, which EDGAR's headers always are. */
  readonly accepted?: NewYorkTime;
  readonly form?: string;
  readonly filedOn?: string;
  readonly reportDate?: string;
  readonly items: readonly string[];
  /** Of those that file and those that it is about: ten digits. */
  readonly ciks: readonly string[];
}

/** The head of a file is looked at, and no more: the documents behind it may hold anything. */
const HEAD = 64 * 1024;

/**
 * Reads a filing's header: `<accession>.hdr.sgml`, the head of `<accession>.txt`, `-index-headers.html` (the same in
 * HTML), or the page `-index.html`.
 *
 * @param name of the file, which holds the accession number where the text does not
 * @throws EdgarFileError `notHeader`
 */
export function readHeader(text: string, name = ''): FilingHeader {
  const head = plain(text.slice(0, HEAD));
  const accession =
    accessionIn(tagged(head, 'ACCESSION-NUMBER', 'ACCESSION NUMBER') ?? '') ?? accessionIn(head) ?? accessionIn(name);
  const accepted = acceptedIn(head);
  if (accession === undefined || (accepted === undefined && !/ACCESSION[- ]NUMBER/.test(head))) {
    throw new EdgarFileError(
      'notHeader',
      'is no header of a filing: neither an accession number nor ACCEPTANCE-DATETIME stands at its top.',
    );
  }
  const form =
    tagged(head, 'TYPE', 'CONFORMED SUBMISSION TYPE') ??
    /^[ \t]{0,40}Form ([A-Z0-9][A-Z0-9 /-]{0,18})[ \t]{0,40}$/m.exec(head)?.[1];
  const filedOn = dated(head, 'FILING-DATE', 'FILED AS OF DATE', 'Filing Date');
  const reportDate = dated(head, 'PERIOD', 'CONFORMED PERIOD OF REPORT', 'Period of Report');
  return {
    accession,
    ...(accepted === undefined ? {} : { accepted }),
    ...(form === undefined ? {} : { form }),
    ...(filedOn === undefined ? {} : { filedOn }),
    ...(reportDate === undefined ? {} : { reportDate }),
    items: itemsIn(head),
    ciks: ciksIn(head),
  };
}

/** HTML's own tags become line ends; the SGML tags within `<pre>` are escaped there, and become tags again. */
function plain(text: string): string {
  if (!/<html|<!doctype html/i.test(text.slice(0, 2_000))) return text;
  return text
    .replace(/<!--|-->/g, '\n')
    .replace(/<\/?[a-z][^<>]{0,500}>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}

/** The value behind `<TAG>`, or behind `LABEL:`, the first on its line. */
function tagged(head: string, tag: string, label?: string): string | undefined {
  const value =
    new RegExp(`^[ \\t]*<${tag}>[ \\t]*([^<\\r\\n]{1,200})`, 'm').exec(head)?.[1] ?? (label && labelled(head, label));
  return value?.trim() || undefined;
}

function labelled(head: string, label: string): string | undefined {
  return new RegExp(`^[ \\t]*${label}:[ \\t]*([^\\r\\n]{1,200})`, 'm').exec(head)?.[1];
}

function acceptedIn(head: string): NewYorkTime | undefined {
  const digits = /^[ \t]*<ACCEPTANCE-DATETIME>[ \t]*(\d{14})\s/m.exec(`${head}\n`)?.[1];
  if (digits !== undefined) {
    const [date, clock] = [dateOfDigits(digits.slice(0, 8)), digits.slice(8).replace(/(..)(..)(..)/, '$1:$2:$3')];
    return date === undefined || clock > '23:59:59' ? undefined : `${date}T${clock}`;
  }
  const shown = /^[ \t]*Accepted\s+(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})\s/m.exec(`${head}\n`);
  return shown?.[1] !== undefined && isDate(shown[1]) ? `${shown[1]}T${shown[2]}` : undefined;
}

function dated(head: string, tag: string, label: string, shown?: string): string | undefined {
  const digits = /^\d{8}/.exec(tagged(head, tag, label) ?? '')?.[0];
  if (digits !== undefined) return dateOfDigits(digits);
  const date = shown && new RegExp(`^[ \\t]*${shown}\\s+(\\d{4}-\\d{2}-\\d{2})\\s`, 'm').exec(`${head}\n`)?.[1];
  return date !== undefined && isDate(date) ? date : undefined;
}

/** By number where the header has them, else by the titles that it writes out. */
function itemsIn(head: string): readonly string[] {
  const numbers = [...head.matchAll(/^[ \t]*(?:<ITEMS>|Item )[ \t]*(\d{1,2}(?:\.\d{2})?)\b/gm)].map(
    ([, item]) => item ?? '',
  );
  const titles = [...head.matchAll(/^[ \t]*ITEM INFORMATION:[ \t]*([^\r\n]{1,200})/gm)].flatMap(
    ([, title]) => itemTitled(title ?? '') ?? [],
  );
  return [...new Set([...numbers, ...titles])];
}

function ciksIn(head: string): readonly string[] {
  const found = [...head.matchAll(/(?:<CIK>|CENTRAL INDEX KEY:|\bCIK)\s{0,8}:?\s{0,8}(\d{1,10})\b/g)];
  return [...new Set(found.flatMap(([, digits]) => cikOf(digits ?? '') ?? []))];
}
