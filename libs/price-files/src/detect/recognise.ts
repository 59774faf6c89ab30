import type { PriceDialect, ReadingOptions, Recognition } from '../dialect';
import { shownText } from '../lines/shown-text';
import { plain } from '../plain/plain';
import { PriceFileError } from '../price-file-error';
import { priceFormats, VENDORS } from './dialects';
import type { FileHead } from './file-head';

export interface Recognised {
  readonly dialect: PriceDialect;
  readonly recognition: Recognition;
}

/** Which format a head is of: the one that is told, the one that is sure, or the only one possible; else it throws. */
export function recognise(head: FileHead, options: ReadingOptions): Recognised {
  if (options.format !== undefined) return asTold(head, options.format, options);
  if (options.columns !== undefined) return asTold(head, plain.name, options);
  const found = VENDORS.flatMap((dialect) => recognisedBy(dialect, head, options));
  const sure = found.filter(({ recognition }) => recognition.certainty === 'sure');
  if (sure.length > 0) return theOnly(head, sure);
  const asPlain = recognisedBy(plain, head, options);
  // Who tells the basis needs no vendor to tell it.
  return theOnly(head, options.basis !== undefined && asPlain.length > 0 ? asPlain : [...found, ...asPlain]);
}

function asTold(head: FileHead, format: string, options: ReadingOptions): Recognised {
  const dialect = priceFormats.find(({ name }) => name === format);
  if (dialect === undefined) {
    const known = priceFormats.map(({ name }) => name).join(', ');
    throw new PriceFileError('unknownFormat', head.file, `There is no format "${format}". Known: ${known}.`);
  }
  if (options.columns !== undefined && dialect !== plain) {
    throw new PriceFileError('badColumns', head.file, `--columns are for plain columns, not for --format ${format}.`);
  }
  const [recognised] = recognisedBy(dialect, head, options);
  if (recognised !== undefined) return recognised;
  const detail = `It is not of the format ${format} (${dialect.title}). ${firstLine(head)} Leave --format out to have it detected.`;
  throw new PriceFileError('wrongFormat', head.file, detail);
}

function recognisedBy(dialect: PriceDialect, head: FileHead, options: ReadingOptions): Recognised[] {
  const recognition = dialect.recognise(head, options);
  return recognition === null ? [] : [{ dialect, recognition }];
}

function theOnly(head: FileHead, candidates: readonly Recognised[]): Recognised {
  const [first, second] = candidates;
  if (first === undefined) {
    const known = VENDORS.map(({ name }) => name).join(', ');
    const detail = `It is in no format known here (${known}). ${firstLine(head)} Tell its columns, as --columns date=Date,close=Close, or by place: --columns date,open,high,low,close,volume.`;
    throw new PriceFileError('unknownFormat', head.file, detail);
  }
  if (second === undefined) return first;
  const names = candidates.map(({ dialect }) => dialect.name);
  const listed = candidates.map(({ dialect }) => `${dialect.name} (${dialect.basis.replace(/\.$/, '')})`).join(' or ');
  const detail = `Its head fits ${listed}. Say which by --format, or what the prices are adjusted for by --basis.`;
  throw new PriceFileError('ambiguousFormat', head.file, detail, names);
}

function firstLine(head: FileHead): string {
  const line = (head.rows[0]?.fields ?? []).join(head.delimiter);
  return `Its first line is "${shownText(Buffer.from(line))}".`;
}
