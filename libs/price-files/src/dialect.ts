import type { FileHead } from './detect/file-head';
import type { FigureBasis, PriceItem } from './price-item';
import type { RowLayout } from './reading/row-layout';

export type DateOrder = 'DMY' | 'MDY';

/** What the caller knows of a file that its head does not tell. */
export interface ReadingOptions {
  readonly signal?: AbortSignal;
  /** Bytes of the file (compressed, where it is) that were read so far. */
  readonly onBytes?: (bytes: number) => void;
  /** The format's name, where it is told and not detected. */
  readonly format?: string;
  /**
   * What the columns hold: in order (`date`, `close`, `-` for one to pass over), or each as `date=Header` or `date=1`
   * (place from 1). Known: date, symbol, open, high, low, close, volume, adjClose, dividend, split.
   */
  readonly columns?: readonly string[];
  /** The order of day and month in dates such as 3/4/2026, which tell it by nothing else. */
  readonly dates?: DateOrder;
  /** What the prices are adjusted for, where the format implies or leaves open what the caller knows. */
  readonly basis?: 'raw' | 'splitAdjusted';
}

/** How a file was recognised, and as what. */
export interface Detection {
  readonly file: string;
  readonly format: string;
  /** For people: 'Yahoo Finance, the old download'. */
  readonly title: string;
  /** Short sentences: what of the head and the name told. */
  readonly reasons: readonly string[];
  /** What its columns of prices are adjusted for, as the format states or implies it: {close: 'splitAdjusted', ...}. */
  readonly bases: Readonly<Record<string, FigureBasis>>;
  /** The one symbol that all rows are of, told by the name of the file or its head; null: not told, or rows tell. */
  readonly symbol: string | null;
  /** Rows, header or entries name their symbols. */
  readonly namesSymbols: boolean;
  /** A symbol is the ticker of its row's own day, not the present one of a company whose whole history it stands for. */
  readonly datedSymbols: boolean;
}

/** What a dialect makes of a head: how its rows are laid out, and why it thinks so. */
export interface Recognition {
  /** `sure`: no other format looks so. `possible`: others share this look, so that the caller has to choose. */
  readonly certainty: 'sure' | 'possible';
  readonly reasons: readonly string[];
  readonly layout: RowLayout;
  /** Told by the name or the head; null where rows tell, or nothing does. */
  readonly symbol: string | null;
}

/** What lies beside a file and belongs to it, as LEAN's factor and map files. */
export interface Companions {
  /** Days that the file's symbol means this instrument. */
  readonly within?: RowLayout['within'];
  /** Facts and notes, told when the rows are read: their days, ascending, and the closes on them. */
  items(days: readonly number[], closes: readonly number[]): readonly PriceItem[];
}

/** A vendor's format. */
export interface PriceDialect {
  /** What --format calls it. */
  readonly name: string;
  readonly title: string;
  /** One sentence: what its prices are adjusted for, and who says so. */
  readonly basis: string;
  /** Its symbols are the tickers of their rows' own days; if absent, the present ones of whole histories. */
  readonly datedSymbols?: boolean;
  /** null: the head is not of this format. */
  recognise(head: FileHead, options: ReadingOptions): Recognition | null;
  /** Reads what lies beside `path`. */
  companions?(path: string, file: string, symbol: string): Promise<Companions>;
  /** Why a file of this format is not read by itself; null: it is, or is of another format. */
  companionOf?(head: FileHead): string | null;
}
