import { openSources } from '../bytes/open-sources';
import type { ByteSource } from '../bytes/byte-source';
import type { Detection, ReadingOptions, Recognition } from '../dialect';
import { PriceFileError } from '../price-file-error';
import type { FigureBasis } from '../price-item';
import { VENDORS } from './dialects';
import { readHead, type FileHead } from './file-head';
import { recognise } from './recognise';

/**
 * What a file is, from its first half MiB and its name; of a zip with several files, from the first that is recognised.
 * Throws `PriceFileError`: unknown, ambiguous (its candidates named), binary, empty, no text...
 */
export async function detectPriceFile(path: string, options: ReadingOptions = {}): Promise<Detection> {
  const sources = await openSources(path);
  let failure: PriceFileError | null = null;
  for (const source of sources) {
    try {
      const detection = await detectSource(source, options);
      return sources.length === 1 ? { ...detection, file: path } : ofSeveral(detection, path, sources.length);
    } catch (error) {
      if (!(error instanceof PriceFileError)) throw error;
      failure ??= error;
    }
  }
  throw failure ?? new PriceFileError('empty', path, 'It holds nothing.');
}

async function detectSource(source: ByteSource, options: ReadingOptions): Promise<Detection> {
  const head = await readHead(source, options.signal);
  const companion = companionReason(head, options);
  if (companion !== null)
    return { ...companion, file: source.file, bases: {}, symbol: null, namesSymbols: false, datedSymbols: false };
  const { dialect, recognition } = recognise(head, options);
  const parted =
    head.delimiter === ',' ? [] : [`Fields are parted by ${DELIMITERS[head.delimiter] ?? head.delimiter}.`];
  return {
    file: source.file,
    format: dialect.name,
    title: dialect.title,
    reasons: [...recognition.reasons, ...parted],
    bases: basesOf(recognition),
    symbol: recognition.symbol,
    namesSymbols: namesSymbols(recognition),
    datedSymbols: dialect.datedSymbols ?? false,
  };
}

const DELIMITERS: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

/** Files that only go along with others, as LEAN's factor files. */
export function companionReason(head: FileHead, { format }: ReadingOptions) {
  for (const dialect of VENDORS) {
    const reason = format === undefined || format === dialect.name ? dialect.companionOf?.(head) : undefined;
    if (reason !== undefined && reason !== null)
      return { format: dialect.name, title: dialect.title, reasons: [reason] };
  }
  return null;
}

function ofSeveral(detection: Detection, path: string, count: number): Detection {
  const reasons = [...detection.reasons, `The zip holds ${count} files; each is recognised by itself.`];
  return { ...detection, file: path, reasons, symbol: null, namesSymbols: true };
}

function namesSymbols({ layout }: Recognition): boolean {
  return layout.symbol !== undefined || layout.groups.some(({ symbol }) => symbol !== null);
}

function basesOf({ layout }: Recognition): Record<string, FigureBasis> {
  const figures = layout.groups[0]?.figures ?? [];
  const several = new Set(figures.map(({ basis }) => basis)).size > 1;
  return Object.fromEntries(
    figures.map(({ role, basis }) => {
      const adjusted = several && basis === 'fullyAdjusted';
      return [adjusted ? `adj${role.charAt(0).toUpperCase()}${role.slice(1)}` : role, basis];
    }),
  );
}
