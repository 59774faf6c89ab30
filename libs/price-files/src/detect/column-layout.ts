import type { ReadingOptions } from '../dialect';
import type { DateFormat } from '../figures/date-formats';
import { PriceFileError } from '../price-file-error';
import type { FigureBasis } from '../price-item';
import {
  type FigureField,
  type NumberStyle,
  PRICE_ROLES,
  type PriceRole,
  type RowGroup,
  type RowLayout,
} from '../reading/row-layout';
import { establishDates } from './establish-dates';
import { establishNumbers } from './establish-numbers';
import type { FileHead } from './file-head';

/** A dialect's columns by the names of its header, in lower case. Names that the header lacks are left out. */
export interface ColumnNames {
  readonly date: string;
  readonly dates?: DateFormat;
  readonly symbol?: { readonly column: string; readonly endsWith?: string };
  readonly figures: Partial<Readonly<Record<FigureBasis, Partial<Readonly<Record<PriceRole, string>>>>>>;
  readonly dividend?: { readonly column: string; readonly basis: 'raw' | 'splitAdjusted' };
  readonly split?: string;
  readonly numbers?: NumberStyle;
  readonly must?: { readonly column: string; readonly text: string; readonly reason: string };
}

/** The layout of a file with one header line and one row a line. null: the header lacks the date or every close. */
export function columnLayout(head: FileHead, names: ColumnNames, options: ReadingOptions): RowLayout | null {
  const place = (name: string) => (name === '' ? -1 : placeOf(head, name));
  const figures = figureFields(names, place);
  const date = place(names.date);
  if (date === -1 || !figures.some(({ role }) => role === 'close')) return null;
  const symbol = names.symbol === undefined ? -1 : place(names.symbol.column);
  const must = names.must === undefined ? -1 : place(names.must.column);
  return {
    ...establishedLayout(
      head,
      { date, figures, ...given('dates', names.dates), ...given('numbers', names.numbers) },
      options,
    ),
    ...(symbol === -1 ? {} : { symbol: { field: symbol, ...given('endsWith', names.symbol?.endsWith) } }),
    ...(names.must === undefined || must === -1 ? {} : { must: { ...names.must, field: must } }),
    groups: [{ symbol: null, figures, ...factFields(names, place) }],
  };
}

/** Where the header has a name; -1: nowhere. Twice is once too often. */
export function placeOf(head: FileHead, name: string): number {
  const place = head.header.indexOf(name);
  const second = head.header.indexOf(name, place + 1);
  if (place === -1 || second === -1) return place;
  const detail = `Its header has "${name}" twice, as columns ${place + 1} and ${second + 1}. Say which holds what by place: --columns date=1,close=${second + 1}.`;
  throw new PriceFileError('badColumns', head.file, detail);
}

export interface EstablishedFields {
  readonly date: number;
  readonly figures: readonly FigureField[];
  readonly dates?: DateFormat;
  readonly numbers?: NumberStyle;
  /** Rows of the head that are no data; 1 if absent. */
  readonly headerRows?: number;
}

/** What is settled by the rows of a head: where they begin, and how their dates and numbers are written. */
export function establishedLayout(
  head: FileHead,
  { date, figures, dates, numbers, headerRows = 1 }: EstablishedFields,
  options: ReadingOptions,
): Omit<RowLayout, 'groups'> {
  const rows = head.rows.slice(headerRows);
  const texts = (field: number) => rows.flatMap(({ fields }) => fields[field] ?? []);
  const format = dates ?? establishDates(head.file, texts(date), options);
  const written = figures.flatMap(({ field }) => texts(field));
  return {
    headerLines: head.rows[headerRows - 1]?.number ?? 0,
    delimiter: head.delimiter,
    fieldNames: head.rows[headerRows === 0 ? -1 : 0]?.fields.map((name) => name.trim()) ?? [],
    fieldCount: head.rows[0]?.fields.length ?? 0,
    date: { field: date, format },
    numbers: numbers ?? establishNumbers(head.file, written, head.delimiter),
  };
}

function figureFields(names: ColumnNames, place: (name: string) => number): FigureField[] {
  return (Object.keys(names.figures) as FigureBasis[]).flatMap((basis) =>
    PRICE_ROLES.flatMap((role): FigureField[] => {
      const field = place(names.figures[basis]?.[role] ?? '');
      return field === -1 ? [] : [{ field, role, basis }];
    }),
  );
}

function factFields(names: ColumnNames, place: (name: string) => number): Partial<RowGroup> {
  const dividend = place(names.dividend?.column ?? '');
  const split = place(names.split ?? '');
  return {
    ...(names.dividend === undefined || dividend === -1
      ? {}
      : { dividend: { field: dividend, basis: names.dividend.basis } }),
    ...(split === -1 ? {} : { split }),
  };
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): Partial<Record<Key, Value>> {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}
