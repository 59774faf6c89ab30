import { CalendarFileError } from '../calendar-file-error';
import { type CalendarField, calendarFields, fieldOfHeading, isCalendarField } from './fields';

/** Where each field stands in a row, from 0, and what is not read. */
export interface ColumnLayout {
  readonly places: Partial<Readonly<Record<CalendarField, number>>>;
  /** Headings of the columns that nothing is read from. */
  readonly ignored: readonly string[];
  /** Whether the first row is a heading. */
  readonly hasHeading: boolean;
}

/**
 * The layout that a heading tells, or that the caller does (`--columns`). `dateIsTold`: all rows are of one day that the
 * caller names, so that no column need be. Throws CalendarFileError.
 */
export function assignColumns(first: readonly string[], told: readonly string[], dateIsTold: boolean): ColumnLayout {
  if (told.some((item) => !item.includes('='))) return layoutByPlace(told, dateIsTold);
  const assigned = told.map((item) => byName(item, first));
  const taken = new Set(assigned.map(([, place]) => place));
  const fieldsTold = new Set(assigned.map(([field]) => field));
  const found = first.flatMap((heading, place) => {
    const field = taken.has(place) ? undefined : fieldOfHeading(heading);
    return field === undefined || fieldsTold.has(field) ? [] : [[field, place] as const];
  });
  const places = placesOf([...assigned, ...periodEndApart(found, first)], first, dateIsTold);
  const used = new Set(Object.values(places));
  return { places, ignored: first.filter((_, place) => !used.has(place)), hasHeading: true };
}

/**
 * Where a column is named after the report (reportDate) and another one is plainly called date, that one is the last day
 * of the period: so EODHD and Market Data write it.
 */
function periodEndApart(
  found: readonly (readonly [CalendarField, number])[],
  headings: readonly string[],
): readonly (readonly [CalendarField, number])[] {
  const dates = found.filter(([field]) => field === 'date');
  const isPlain = (place: number) => headings[place]?.trim().toLowerCase() === 'date';
  if (dates.length !== 2 || found.some(([field]) => field === 'fiscalEnd')) return found;
  if (!dates.some(([, place]) => isReport(headings[place] ?? ''))) return found;
  return found.map(([field, place]) =>
    field === 'date' && isPlain(place) ? (['fiscalEnd', place] as const) : [field, place],
  );
}

function isReport(heading: string): boolean {
  return /^(report|earnings|announce)/.test(heading.trim().toLowerCase());
}

function placesOf(
  assigned: readonly (readonly [CalendarField, number])[],
  headings: readonly string[],
  dateIsTold: boolean,
): ColumnLayout['places'] {
  const places: Partial<Record<CalendarField, number>> = {};
  for (const [field, place] of assigned) {
    const before = places[field];
    if (before !== undefined) {
      throw new CalendarFileError(
        'columnTwice',
        `two columns may be ${field}: ${quoted(headings[before])} and ${quoted(headings[place])}. Say which one by --columns '${field}=${headings[place] ?? ''}'.`,
      );
    }
    places[field] = place;
  }
  if (places.date !== undefined || (dateIsTold && places.symbol !== undefined)) return places;
  throw new CalendarFileError(
    'noHeading',
    `the first line names no column that is known as a date: ${headings.slice(0, 12).map(quoted).join(', ')}. ` +
      'Name the columns by --columns, by their headings (date=When,symbol=Stock) or in their order (symbol,date,time,-,epsEstimate); ' +
      'where all rows are of one day, tell it by --on.',
  );
}

function layoutByPlace(told: readonly string[], dateIsTold: boolean): ColumnLayout {
  const assigned = told.flatMap((item, place) => (item === '-' ? [] : [[fieldTold(item), place] as const]));
  return { places: placesOf(assigned, told, dateIsTold), ignored: [], hasHeading: false };
}

function byName(item: string, headings: readonly string[]): readonly [CalendarField, number] {
  const at = item.indexOf('=');
  const [field, heading] = [item.slice(0, at).trim(), item.slice(at + 1).trim()];
  const place = headings.findIndex((each) => each.trim().toLowerCase() === heading.toLowerCase());
  if (place >= 0) return [fieldTold(field), place];
  const known = headings.slice(0, 30).map(quoted).join(', ');
  throw new CalendarFileError('unknownColumn', `no column is called ${quoted(heading)}. The heading has ${known}.`);
}

function fieldTold(text: string): CalendarField {
  const field = text.trim();
  if (isCalendarField(field)) return field;
  const which = `one of ${calendarFields.join(', ')}, or - for what is not read`;
  throw new CalendarFileError('unknownColumn', `${quoted(text)} is nothing that a column can hold: ${which}.`);
}

function quoted(text: string | undefined): string {
  return JSON.stringify((text ?? '').slice(0, 60));
}
