import { UsageError } from '../../failures';

/** Where a cell stands: for messages. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: string;
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const WHOLE = /^[+-]?\d+$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** A finite decimal number; NaN for an empty cell, and for nothing else: 'NaN' and 'NA' in words are refused. */
export function numberIn(text: string, place: Place): number {
  if (text === '') return Number.NaN;
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  if (Number.isFinite(value)) return value;
  throw new UsageError(`${where(place)} '${text}' is no number; where there is none, leave the cell empty`);
}

export function wholeNumberIn(text: string, place: Place): number {
  if (WHOLE.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new UsageError(`${where(place)} '${text}' is no whole number`);
}

/** Days since 1970-01-01 of a date that exists, written YYYY-MM-DD. */
export function dateIn(text: string, place: Place): number {
  const match = DATE.exec(text);
  const at = match ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Engines let 30 February run over into March.
  if (!Number.isNaN(at) && dateOf(at / DAY_MS) === text) return at / DAY_MS;
  throw new UsageError(`${where(place)} '${text}' is no date, such as 2026-02-27`);
}

/** YYYY-MM-DD of days since 1970-01-01. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

export function where({ file, line, column }: Place): string {
  return `${file}:${line}: ${column}:`;
}
