/** What prices are adjusted for. Fully adjusted: for dividends, too, which cannot be taken out again. */
export type FigureBasis = 'raw' | 'splitAdjusted' | 'fullyAdjusted' | 'unstated';

/**
 * Columns of one basis, a value a row; NaN: the row does not give it. Prices in the file's currency, volume in shares on
 * the same basis as the prices.
 */
export interface FigureColumns {
  readonly open?: Float64Array;
  readonly high?: Float64Array;
  readonly low?: Float64Array;
  readonly close?: Float64Array;
  readonly volume?: Float64Array;
}

/** Rows of one file in the file's order, as columns of their own that nothing overwrites; they may be longer than `count`. */
export interface PriceBatch {
  readonly kind: 'rows';
  /** The file's path; of a zip, `path!entry`. */
  readonly file: string;
  readonly count: number;
  /** Line of the file on which a row stands, from 1. */
  readonly lines: Float64Array;
  /** Days since 1970-01-01 of the row's date. */
  readonly days: Int32Array;
  /** Index into `symbolNames`; -1: nothing tells the row's symbol. */
  readonly symbols: Int32Array;
  /** As the vendor writes them; one growing table a path, which never changes what it holds. */
  readonly symbolNames: readonly string[];
  readonly figures: Partial<Readonly<Record<FigureBasis, FigureColumns>>>;
  /** Cash per share that goes ex on the row's date, 0 or NaN: none. `raw`: as paid; splitAdjusted: like Yahoo's. */
  readonly dividends?: { readonly basis: 'raw' | 'splitAdjusted'; readonly cash: Float64Array };
  /** New shares for one old on the row's date (2 for a 2-for-1, 0.1 for a reverse 1-for-10); 1, 0 or NaN: none. */
  readonly splits?: Float64Array;
}

/** A dividend or split that comes from a file of its own (LEAN's factor files). */
export interface FileFact {
  readonly kind: 'fact';
  readonly file: string;
  readonly line: number;
  readonly symbol: string;
  /** The ex-date, in days since 1970-01-01. */
  readonly day: number;
  /** Cash per share as paid. */
  readonly dividend?: number;
  /** New shares for one old. */
  readonly split?: number;
}

/** A row that cannot be read; the rest goes on. */
export interface RefusedRow {
  readonly kind: 'refused';
  readonly file: string;
  readonly line: number;
  /** The row's text, cut to 200 characters, what cannot be printed replaced. */
  readonly text: string;
  readonly reason: string;
}

/** Something to be told of the whole file: a header without rows, a last line that may be cut, a symbol renamed. */
export interface FileNote {
  readonly kind: 'note';
  readonly file: string;
  /** `noRows`, `noFinalNewline`, `companion`, `noFactors`, `factorsAside`, `renamed`, `unreadEntry`. */
  readonly code: string;
  readonly detail: string;
  /** Part of the file could not be read, so that the import is only partly done. */
  readonly damaged: boolean;
}

export type PriceItem = PriceBatch | FileFact | RefusedRow | FileNote;
