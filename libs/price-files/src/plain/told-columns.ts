import { establishedLayout, placeOf } from '../detect/column-layout';
import type { FileHead } from '../detect/file-head';
import type { ReadingOptions, Recognition } from '../dialect';
import { NO_DAY } from '../figures/calendar-days';
import { readDateText, TEXT_FORMATS } from '../figures/date-formats';
import { PriceFileError } from '../price-file-error';
import { type FigureField, PRICE_ROLES, type RowGroup } from '../reading/row-layout';
import { symbolOfName } from '../symbol-of-name';
import { basisOf } from '../told-basis';

const KNOWN = ['date', 'symbol', ...PRICE_ROLES, 'adjClose', 'dividend', 'split'];

/** A layout by what the caller says of the columns; a header is a first row whose date is none. */
export function toldColumns(head: FileHead, columns: readonly string[], options: ReadingOptions): Recognition {
  const places = placesOf(head, columns);
  const date = places.get('date');
  if (date === undefined || (!places.has('close') && !places.has('adjClose'))) {
    throw fault(head, 'A column for date and one for close must be among --columns.');
  }
  const figures = figuresOf(places, options);
  const first = head.rows[0]?.fields[date] ?? '';
  const headerRows = TEXT_FORMATS.some((format) => readDateText(first, format) !== NO_DAY) ? 0 : 1;
  const symbol = places.get('symbol');
  return {
    certainty: 'sure',
    reasons: [
      `Its columns are told by --columns; ${headerRows === 0 ? 'it has no header' : 'its first line is a header'}.`,
    ],
    layout: {
      ...establishedLayout(head, { date, figures, headerRows }, options),
      ...(symbol === undefined ? {} : { symbol: { field: symbol } }),
      groups: [{ symbol: null, figures, ...factsOf(places, options) }],
    },
    symbol: symbolOfName(head.name),
  };
}

function placesOf(head: FileHead, columns: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  columns.forEach((column, index) => {
    const [what = '', ...rest] = column.trim().split('=');
    if (what === '-' || what === '') return;
    if (!KNOWN.includes(what))
      throw fault(head, `"${what}" is no column. Known: ${KNOWN.join(', ')}, and - for one to pass over.`);
    if (places.has(what)) throw fault(head, `${what} stands twice among --columns.`);
    places.set(what, rest.length === 0 ? placeAt(head, index) : placeNamed(head, rest.join('=')));
  });
  return places;
}

function placeNamed(head: FileHead, name: string): number {
  const place = placeOf(head, name.trim().toLowerCase());
  if (place !== -1) return place;
  if (/^\d{1,4}$/.test(name)) return placeAt(head, Number(name) - 1);
  throw fault(head, `Its header has no "${name}". It has: ${head.header.slice(0, 20).join(', ')}.`);
}

function placeAt(head: FileHead, index: number): number {
  const count = head.rows[0]?.fields.length ?? 0;
  if (index >= 0 && index < count) return index;
  throw fault(head, `--columns names column ${index + 1}, and its lines have ${count}.`);
}

function figuresOf(places: ReadonlyMap<string, number>, options: ReadingOptions): FigureField[] {
  const basis = basisOf('unstated', options);
  const figures = PRICE_ROLES.flatMap((role): FigureField[] => {
    const field = places.get(role);
    return field === undefined ? [] : [{ field, role, basis }];
  });
  const adjusted = places.get('adjClose');
  return adjusted === undefined ? figures : [...figures, { field: adjusted, role: 'close', basis: 'fullyAdjusted' }];
}

function factsOf(places: ReadonlyMap<string, number>, { basis }: ReadingOptions): Partial<RowGroup> {
  const dividend = places.get('dividend');
  const split = places.get('split');
  return {
    ...(dividend === undefined ? {} : { dividend: { field: dividend, basis: basis ?? 'raw' } }),
    ...(split === undefined ? {} : { split }),
  };
}

function fault(head: FileHead, detail: string): PriceFileError {
  return new PriceFileError('badColumns', head.file, detail);
}
