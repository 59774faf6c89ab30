import { stat } from 'node:fs/promises';
import type { EventStore } from '@streakline/event-store';
import { detectPriceFile, type FileNote, PriceFileError } from '@streakline/price-files';
import { FileState, type RecognisedFile } from './gather/file-state';
import type { FileGatherer } from './gather/gatherer';
import { Gatherer } from './gather/gatherer';
import { lastDays } from './gather/last-days';
import { readFile, readingOptions } from './gather/read-file';
import type { PriceImportListeners, PriceImportOptions } from './import-options';
import { ownerOfFile } from './owner/owner-of-file';
import { Refusals } from './record/refusals';
import { SeriesRecorder } from './record/series-recorder';
import { Tally } from './record/tally';
import type { RefusedPriceRow } from './refused-row';
import type { PriceImportSummary } from './summary';

/** 64 MB of rows. */
const ROWS_AT_ONCE = 1_000_000;
/** Series on their way at a time: the next is decided while the store writes. */
const IN_FLIGHT = 4;

/**
 * Records the daily bars of vendors' files, by the decider of POST bars and with its natural keys: what is on record
 * already is not recorded again, so that an import that was interrupted is simply done again. Rows that cannot be taken
 * are named, one by one, and the rest goes in.
 *
 * @throws whatever the store throws; the signal's reason where it ended the import. What was recorded until then stays.
 */
export async function importPrices(
  store: EventStore,
  paths: readonly string[],
  options: PriceImportOptions,
  listeners: PriceImportListeners = {},
): Promise<PriceImportSummary> {
  return new PriceImport(store, paths, options, listeners).run();
}

class PriceImport {
  private readonly files: readonly FileState[];
  private readonly byPath: ReadonlyMap<string, FileState>;
  private readonly gatherer: Gatherer;
  private readonly recorder: SeriesRecorder;
  private readonly tally: Tally;
  private bytesBefore = 0;
  private bytes = 0;
  /** By series, of files too large to be held: known once they were read from end to end. */
  private lastDays: ReadonlyMap<string, number> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly paths: readonly string[],
    private readonly options: PriceImportOptions,
    private readonly listeners: PriceImportListeners,
  ) {
    this.files = paths.map((path) => new FileState(path));
    this.byPath = new Map(this.files.map((file) => [file.path, file]));
    this.gatherer = new Gatherer(options.basis);
    this.tally = new Tally(listeners.onWarning);
    const refusals = new Refusals(paths);
    this.recorder = new SeriesRecorder(store, options, this.tally, refusals, (row, count) => this.refuse(row, count));
  }

  async run(): Promise<PriceImportSummary> {
    const sizes = await Promise.all(
      this.paths.map(async (path) => (await stat(path).catch(() => undefined))?.size ?? 0),
    );
    this.bytes = sizes.reduce((sum, size) => sum + size, 0);
    for (const [place, file] of this.files.entries()) {
      this.listeners.signal?.throwIfAborted();
      await this.import(place, file);
      this.bytesBefore += sizes[place] ?? 0;
    }
    await this.recordAll();
    return this.summary();
  }

  /** A file that cannot be taken says so in the summary; the others go on. */
  private async import(place: number, file: FileState): Promise<void> {
    try {
      const recognised = await this.recognised(place, file);
      if (recognised !== undefined) await this.read(recognised, file);
    } catch (error) {
      if (!(error instanceof PriceFileError)) throw error;
      file.problem = error.message;
    }
  }

  private async recognised(place: number, file: FileState): Promise<RecognisedFile | undefined> {
    const { path } = file;
    const detection = await detectPriceFile(path, readingOptions(this.options, this.listeners.signal));
    file.detection = detection;
    this.listeners.onDetected?.(detection);
    const owner = ownerOfFile(detection, this.options);
    if (typeof owner !== 'string') return { place, path, detection, owner };
    file.problem = `${path}: ${owner}`;
    return undefined;
  }

  private async read(recognised: RecognisedFile, file: FileState): Promise<void> {
    const reading = readingOptions(this.options, this.listeners.signal);
    const source = this.options.source ?? recognised.detection.title;
    await readFile(
      recognised,
      this.gatherer,
      { ...reading, source },
      {
        onBytes: (bytes) => this.tellReading(bytes),
        onNote: (note) => this.note(note, file),
        onRefused: (row) => {
          file.rows += row.code === 'unreadable' ? 1 : 0;
          return this.refuse(row, 1);
        },
        onBatch: (rows, gatherer) => this.tookBatch(rows, gatherer, file),
      },
    );
  }

  private async tookBatch(rows: number, { basis }: FileGatherer, file: FileState): Promise<void> {
    file.rows += rows;
    file.basis = basis ?? file.basis;
    this.tally.rows += rows;
    if (this.gatherer.rows < (this.options.rowsAtOnce ?? ROWS_AT_ONCE)) return;
    await this.recordAll();
  }

  private note({ code, detail, damaged, file: path }: FileNote, file: FileState): void {
    // What goes with another file is no news.
    if (code !== 'companion') this.tally.warn({ code, of: path, detail });
    if (damaged) file.problem = `${path}: ${detail}`;
  }

  private tellReading(bytes: number): void {
    const done = Math.min(this.bytes, this.bytesBefore + bytes);
    this.listeners.onProgress?.({ phase: 'reading', done, total: this.bytes, rows: this.tally.rows });
  }

  private async recordAll(): Promise<void> {
    const waiting = [...this.gatherer.series.entries()].filter(([, series]) => series.holdsSomething());
    await this.findLastDays();
    const total = waiting.length;
    let [next, done] = [0, 0];
    const worker = async () => {
      for (let at = next++; at < total; at = next++) {
        this.listeners.signal?.throwIfAborted();
        const [key, series] = waiting[at]!;
        series.lastDay = Math.max(series.lastDay, this.lastDays?.get(key) ?? series.lastDay);
        await this.recorder.record(series);
        done += 1;
        this.listeners.onProgress?.({ phase: 'recording', done, total, rows: this.tally.rows });
      }
    };
    await settled(Array.from({ length: IN_FLIGHT }, worker));
    this.gatherer.rows = 0;
  }

  /**
   * Adjusted prices hold all splits up to the end of their file: where rows are recorded before that is reached, it is
   * looked up first.
   */
  private async findLastDays(): Promise<void> {
    const isEarly = this.gatherer.rows >= (this.options.rowsAtOnce ?? ROWS_AT_ONCE);
    const isAdjusted = [...this.gatherer.series.values()].some(({ traits }) => traits.basis === 'splitAdjusted');
    if (!isEarly || !isAdjusted || this.lastDays !== undefined) return;
    this.lastDays = await lastDays(this.paths, this.options, this.listeners.signal);
  }

  private async refuse(row: RefusedPriceRow, count: number): Promise<void> {
    this.tally.refuse(row.code, count);
    // Of a zip, entries are named after its path.
    const file = this.byPath.get(row.file) ?? this.byPath.get(row.file.split('!')[0] ?? '');
    if (file !== undefined) file.refused += count;
    await this.listeners.onRefused?.(row);
  }

  private async summary(): Promise<PriceImportSummary> {
    const { sums, refused, warnings, moreWarnings, instruments } = this.tally;
    const files = this.files.map((file) => file.summary());
    return {
      files,
      instruments: instruments.size,
      listed: this.recorder.owners.listed.size,
      rows: files.reduce((sum, { rows }) => sum + rows, 0),
      ...sums,
      refused,
      warnings,
      moreWarnings,
      position: await this.store.head(),
      dryRun: this.options.dryRun === true,
    };
  }
}

/** All of them, also where one fails: nothing is at work any more when this throws. */
async function settled(workers: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(workers)) if (result.status === 'rejected') throw result.reason;
}
