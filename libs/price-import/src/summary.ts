import type { Detection } from '@streakline/price-files';

/** Something that a person should look at; the rows were taken all the same. */
export interface ImportWarning {
  /** camelCase, stable: unexplainedJump, note codes of files. */
  readonly code: string;
  /** Whose: a reference, or a file. */
  readonly of: string;
  readonly detail: string;
}

/** What became of one file. */
export interface ImportedFile {
  readonly file: string;
  readonly format: string | null;
  readonly title: string | null;
  /** Why it was taken for that format. */
  readonly reasons: readonly string[];
  /** What its columns of prices are adjusted for, as the format states or implies, or as was told. */
  readonly bases: Detection['bases'];
  /** The basis that was recorded; null: none of its rows was. */
  readonly basis: 'raw' | 'splitAdjusted' | null;
  readonly rows: number;
  readonly refused: number;
  /** Why the file as a whole was not taken; null: it was. */
  readonly problem: string | null;
}

/** How often the basis was put to the test: at a split on record or in the file, a raw series jumps by its ratio. */
export interface BasisChecks {
  readonly splitsThatAgree: number;
  /** Splits too small to tell, or without a bar on both sides. */
  readonly splitsThatTellNothing: number;
  /** Series that were refused because they move the other way. */
  readonly seriesThatContradict: number;
}

/** What an import came to. */
export interface PriceImportSummary {
  readonly files: readonly ImportedFile[];
  readonly instruments: number;
  readonly listed: number;
  readonly rows: number;
  readonly bars: {
    readonly recorded: number;
    readonly revised: number;
    /** On record already, and the same. */
    readonly known: number;
    /** Said more than once by the files, and the same. */
    readonly repeated: number;
  };
  readonly splits: { readonly recorded: number; readonly known: number };
  readonly dividends: { readonly recorded: number; readonly known: number };
  readonly basisChecks: BasisChecks;
  /** Rows and facts not taken, by code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly warnings: readonly ImportWarning[];
  /** Warnings beyond those listed. */
  readonly moreWarnings: number;
  /** Of the store, once all was recorded. */
  readonly position: number;
  readonly dryRun: boolean;
}
