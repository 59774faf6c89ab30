import {
  type FileNote,
  PriceFileError,
  type ReadingOptions,
  readPriceFile,
  type RefusedRow,
} from '@streakline/price-files';
import type { PriceImportOptions } from '../import-options';
import type { RefusedPriceRow } from '../refused-row';
import type { RecognisedFile } from './file-state';
import type { FileGatherer, Gatherer } from './gatherer';

/** Who hears of what a file holds. */
export interface FileHearers {
  readonly onBytes?: (bytes: number) => void;
  readonly onNote?: (note: FileNote) => void;
  readonly onRefused?: (row: RefusedPriceRow) => Promise<void>;
  /** After each batch, with the number of its rows. */
  readonly onBatch: (rows: number, gatherer: FileGatherer) => Promise<void>;
}

/** What a file's reader is told. */
export function readingOptions(options: PriceImportOptions, signal?: AbortSignal): ReadingOptions {
  const { format, columns, dates, basis } = options;
  return {
    ...(signal === undefined ? {} : { signal }),
    ...(format === undefined ? {} : { format }),
    ...(columns === undefined ? {} : { columns }),
    ...(dates === undefined ? {} : { dates }),
    ...(basis === undefined ? {} : { basis }),
  };
}

/**
 * Reads a file's rows into the series that they belong to, batch by batch.
 *
 * @throws PriceFileError where the file, or its prices as a whole, cannot be taken
 */
export async function readFile(
  { place, path, detection, owner }: RecognisedFile,
  gatherer: Gatherer,
  { source, ...reading }: ReadingOptions & { readonly source: string },
  { onBytes, onNote, onRefused, onBatch }: FileHearers,
): Promise<void> {
  const file = gatherer.file(place, detection, owner, source);
  const refused: RefusedPriceRow[] = [];
  for await (const item of readPriceFile(path, detection, { ...reading, ...(onBytes ? { onBytes } : {}) })) {
    reading.signal?.throwIfAborted();
    if (item.kind === 'note') onNote?.(item);
    else if (item.kind === 'fact') file.takeFact(item);
    else if (item.kind === 'refused') refused.push(unread(item));
    else {
      const nothing = file.take(item, (row) => refused.push(row));
      if (nothing !== undefined) throw new PriceFileError(nothing.code, path, nothing.detail);
      await onBatch(item.count, file);
    }
    for (const row of refused) await onRefused?.(row);
    refused.length = 0;
  }
}

function unread({ file, line, text, reason }: RefusedRow): RefusedPriceRow {
  return { file, line, symbol: null, date: null, code: 'unreadable', reason, text };
}
