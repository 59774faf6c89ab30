import type { ByteSource } from '../bytes/byte-source';
import { openSources } from '../bytes/open-sources';
import { companionReason } from '../detect/detect-price-file';
import { readHead } from '../detect/file-head';
import { recognise } from '../detect/recognise';
import type { Companions, Detection, ReadingOptions } from '../dialect';
import { LineSplitter } from '../lines/line-splitter';
import { PriceFileError } from '../price-file-error';
import type { FileNote, PriceBatch, PriceItem } from '../price-item';
import { RowReader } from './row-reader';
import { SymbolTable } from './symbol-table';

/**
 * A file's rows in its order, in batches, with what is refused and told beside them. What is packed is checked whole
 * before its first row is given, so that no part of a damaged file is taken for all of it. Holds one chunk and one batch,
 * however long the file is.
 */
export async function* readPriceFile(
  path: string,
  detection: Detection,
  options: ReadingOptions = {},
): AsyncGenerator<PriceItem> {
  const sources = await openSources(path);
  const symbols = new SymbolTable();
  if (sources.length === 1 && sources[0] !== undefined) {
    yield* readSource(path, sources[0], symbols, { ...options, format: detection.format });
    return;
  }
  for (const source of sources) {
    try {
      yield* readSource(path, source, symbols, options);
    } catch (error) {
      if (!(error instanceof PriceFileError) || error.code === 'bomb') throw error;
      yield note(source.file, 'unreadEntry', error.message, true);
    }
  }
}

async function* readSource(
  path: string,
  source: ByteSource,
  symbols: SymbolTable,
  options: ReadingOptions,
): AsyncGenerator<PriceItem> {
  const { file } = source;
  const head = await readHead(source, options.signal);
  const companion = companionReason(head, options);
  if (companion !== null) {
    yield note(file, 'companion', companion.reasons.join(' '), false);
    return;
  }
  const { dialect, recognition } = recognise(head, options);
  if (source.packed) await checkWhole(source, options);
  const { symbol } = recognition;
  const companions = symbol === null ? undefined : await dialect.companions?.(path, file, symbol);
  const layout = { ...recognition.layout, ...(companions?.within === undefined ? {} : { within: companions.within }) };
  const reader = new RowReader(file, layout, symbols, symbol);
  const splitter = new LineSplitter(reader);
  const seen = companions === undefined ? null : new SeenCloses();
  for await (const chunk of source.chunks(options)) {
    splitter.feed(chunk);
    if (reader.items.length > 0) yield* handOver(reader, seen);
  }
  splitter.finish();
  reader.finish();
  yield* handOver(reader, seen);
  if (companions !== undefined && seen !== null) yield* itemsBeside(companions, seen);
  if (reader.seen === 0) yield note(file, 'noRows', 'It has a header and no rows.', false);
  else if (!splitter.endedCleanly && layout.endsWithoutNewline !== true) yield note(file, 'noFinalNewline', CUT, false);
}

const CUT = 'The last line has no end: if the file was cut there, its last row may be wrong.';

function* handOver(reader: RowReader, seen: SeenCloses | null): Generator<PriceItem> {
  const { items } = reader;
  reader.items = [];
  for (const item of items) {
    if (item.kind === 'rows') seen?.add(item);
    yield item;
  }
}

/** The closes of one instrument's file, for dialects whose companions need them. */
class SeenCloses {
  private readonly byDay = new Map<number, number>();

  add(batch: PriceBatch): void {
    const closes = batch.figures.raw?.close;
    for (let at = 0; at < batch.count; at += 1) this.byDay.set(batch.days[at]!, closes?.[at] ?? NaN);
  }

  sorted(): { days: number[]; closes: number[] } {
    const entries = [...this.byDay].sort((a, b) => a[0] - b[0]);
    return { days: entries.map(([day]) => day), closes: entries.map(([, close]) => close) };
  }
}

function itemsBeside(companions: Companions, seen: SeenCloses): readonly PriceItem[] {
  const { days, closes } = seen.sorted();
  return companions.items(days, closes);
}

/** Reads to the end, where damage and early ends show; throws at them. */
async function checkWhole(source: ByteSource, { signal }: ReadingOptions): Promise<void> {
  const chunks = source.chunks(signal === undefined ? {} : { signal })[Symbol.asyncIterator]();
  while ((await chunks.next()).done !== true);
}

function note(file: string, code: string, detail: string, damaged: boolean): FileNote {
  return { kind: 'note', file, code, detail, damaged };
}
