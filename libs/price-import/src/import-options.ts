import type { Detection } from '@streakline/price-files';
import type { RefusedPriceRow } from './refused-row';
import type { ImportWarning } from './summary';

/** What a file's prices are said to be adjusted for. */
export type ToldBasis = 'raw' | 'splitAdjusted';

/** How an import is to be done; what is left out is taken from the files. */
export interface PriceImportOptions {
  /** All rows are of this instrument: an id, or MIC:SYMBOL. */
  readonly instrument?: string;
  /** Whose a row is: told by the file's name, or by a column of the rows. */
  readonly by?: 'file' | 'column';
  /** The exchange of bare symbols. Left out, a symbol is looked for on every exchange known here. */
  readonly mic?: string;
  readonly format?: string;
  readonly columns?: readonly string[];
  /** The order of day and month where all of a file's dates can be read both ways. */
  readonly dates?: 'DMY' | 'MDY';
  readonly basis?: ToldBasis;
  /**
   * YYYY-MM-DD: the date up to whose splits adjusted prices are adjusted, often the day of the download. Left out: the
   * file's last session, and where a split on record lies after that one the series is refused.
   */
  readonly adjustedTo?: string;
  /** Who delivers the bars. Left out: the title of the format. */
  readonly source?: string;
  /** What contradicts the bars on record is recorded as a revision; otherwise it is told, row by row. */
  readonly revises?: boolean;
  /** Instruments that are not on record are listed under `mic`, in this currency (ISO 4217). */
  readonly listMissing?: { readonly currency: string };
  /** Nothing is recorded; what would be is told. */
  readonly dryRun?: boolean;
  /** Epoch milliseconds: what is still to come by then is refused. */
  readonly now: number;
  /** Rows held in memory before they are recorded; 64 bytes each. */
  readonly rowsAtOnce?: number;
}

/** How far an import is. Bytes of the files while reading, series while recording. */
export interface PriceImportProgress {
  readonly phase: 'reading' | 'recording';
  readonly done: number;
  readonly total: number;
  /** Rows read so far. */
  readonly rows: number;
}

/** Who is told what, while it happens. */
export interface PriceImportListeners {
  readonly signal?: AbortSignal;
  readonly onDetected?: (detection: Detection) => void;
  readonly onRefused?: (row: RefusedPriceRow) => void | Promise<void>;
  readonly onWarning?: (warning: ImportWarning) => void;
  readonly onProgress?: (progress: PriceImportProgress) => void;
}
