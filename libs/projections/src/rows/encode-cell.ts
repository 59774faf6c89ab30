import type { ColumnType } from '../contract/table';

/** A value in PostgreSQL's text form, before any quoting; null is SQL's null. */
export type Cell = string | null;

/** Thrown for a value that its column cannot hold. Inside a fold it parks the key. */
export class UnfitValueError extends Error {
  constructor(table: string, column: string, type: ColumnType, value: unknown, why: string) {
    super(`Column "${column}" of table "${table}" (${type}) cannot hold ${shown(value)}: ${why}.`);
    this.name = 'UnfitValueError';
  }
}

/** A value without a JSON form (a function, a symbol) is told by its type. */
function shown(value: unknown): string {
  const json: string | undefined = JSON.stringify(value);
  return (json ?? typeof value).slice(0, 80);
}

type EncodeValue = (value: unknown) => string | undefined;

const asNumber: EncodeValue = (value) => (typeof value === 'number' ? String(value) : undefined);
const asInteger: EncodeValue = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : undefined;
// PostgreSQL's text cannot hold U+0000; refused here, so that it parks one key instead of failing a whole COPY.
const asText: EncodeValue = (value) => (typeof value === 'string' && !value.includes('\0') ? value : undefined);
const asDate: EncodeValue = (value) =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;
const asInstant: EncodeValue = (value) =>
  typeof value === 'number' && Math.abs(value) <= 8.64e15 ? new Date(value).toISOString() : undefined;
const quoteElement = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const asTextArray: EncodeValue = (value) =>
  Array.isArray(value) && value.every((element) => asText(element) !== undefined)
    ? `{${value.map((element) => quoteElement(String(element))).join(',')}}`
    : undefined;
const asBytes: EncodeValue = (value) =>
  value instanceof Uint8Array
    ? `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`
    : undefined;

const encoders: Readonly<Record<ColumnType, EncodeValue>> = {
  text: asText,
  integer: asInteger,
  bigint: asInteger,
  'double precision': asNumber,
  boolean: (value) => (typeof value === 'boolean' ? (value ? 't' : 'f') : undefined),
  date: asDate,
  timestamptz: asInstant,
  json: (value) => JSON.stringify(value),
  bytea: asBytes,
  'text[]': asTextArray,
};

/** The text form of one value. Throws UnfitValueError. */
export function encodeCell(table: string, column: string, type: ColumnType, value: unknown): Cell {
  if (value === null || value === undefined) return null;
  const text = encoders[type](value);
  if (text === undefined)
    throw new UnfitValueError(table, column, type, value, 'it is of another kind or out of range');
  return text;
}

const MUST_ESCAPE = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A cell as COPY's text format wants it. */
export function copyCell(cell: Cell): string {
  if (cell === null) return '\\N';
  return MUST_ESCAPE.test(cell) ? cell.replace(/[\\\t\n\r]/g, (found) => ESCAPES[found] ?? found) : cell;
}
