import type { DateFormat } from '../figures/date-formats';
import type { FigureBasis } from '../price-item';

export const PRICE_ROLES = ['open', 'high', 'low', 'close', 'volume'] as const;
export type PriceRole = (typeof PRICE_ROLES)[number];

/** A field that holds a price or a volume. */
export interface FigureField {
  readonly field: number;
  readonly role: PriceRole;
  readonly basis: FigureBasis;
}

/** Figures of one symbol in a line. Most files have one group a line, yfinance's tables one a ticker. */
export interface RowGroup {
  /** null: the line's own symbol field tells, or nothing does. */
  readonly symbol: string | null;
  readonly figures: readonly FigureField[];
  readonly dividend?: { readonly field: number; readonly basis: 'raw' | 'splitAdjusted' };
  readonly split?: number;
}

/** How numbers are written. `money`: dollar signs and commas between thousands; `comma`: 1.234,56. */
export type NumberStyle = 'plain' | 'money' | 'comma';

/** Where in a line everything stands: all that reading a file's rows needs to know of its vendor. Fields count from 0. */
export interface RowLayout {
  /** Lines before the first row. */
  readonly headerLines: number;
  readonly delimiter: string;
  readonly fieldCount: number;
  /** As the header writes them, for messages; empty without a header. */
  readonly fieldNames: readonly string[];
  readonly date: { readonly field: number; readonly format: DateFormat };
  readonly symbol?: { readonly field: number; readonly endsWith?: string };
  /** A field that must hold this text, because rows of another kind are not daily bars. */
  readonly must?: { readonly field: number; readonly text: string; readonly reason: string };
  /** Days that the file's symbol is known to mean this instrument; rows of others are refused. */
  readonly within?: { readonly from: number; readonly to: number; readonly reason: string };
  readonly groups: readonly RowGroup[];
  readonly numbers: NumberStyle;
  /** The vendor writes no line end behind the last row, so that a missing one tells of no cut. */
  readonly endsWithoutNewline?: boolean;
  /** Prices are written this many times too large (LEAN: 10,000). */
  readonly priceScale?: number;
}
