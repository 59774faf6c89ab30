import type { CalendarRow, Figures, RawRow, RefusedCalendarRow } from '../calendar-row';
import type { CalendarField } from '../columns/fields';
import { readFigure } from '../figures/read-figure';
import { readFiscalEnd, readPeriod } from '../figures/read-period';
import { readWhen } from '../when/read-when';
import type { CalendarLayout } from './establish-calendar';

const MOST_OF_A_TEXT = 200;

/** What each row says, or why it is not taken, in the order of the file. */
export async function* readCalendar(
  open: () => AsyncIterable<RawRow>,
  layout: CalendarLayout,
): AsyncGenerator<CalendarRow | RefusedCalendarRow> {
  let isFirst = true;
  for await (const raw of open()) {
    if (!('fields' in raw)) {
      yield { kind: 'refused', line: raw.line, text: cut(raw.text), code: 'unreadable', reason: raw.reason };
      continue;
    }
    const isHeading = isFirst && layout.hasHeading;
    isFirst = false;
    if (!isHeading) yield readRow(raw, layout);
  }
}

function readRow(
  raw: { line: number; fields: readonly string[] },
  layout: CalendarLayout,
): CalendarRow | RefusedCalendarRow {
  const { line, fields } = raw;
  const cell = (field: CalendarField) => fields[layout.places[field] ?? -1]?.trim() ?? '';
  const text = cut(fields.join(','));
  const refused = (code: string, reason: string): RefusedCalendarRow => ({ kind: 'refused', line, text, code, reason });
  const places = Object.values(layout.places);
  const last = Math.max(...places);
  if (fields.length <= last) return refused('tooShort', `${fields.length} cells, where at least ${last + 1} are read`);
  const longest = Math.max(...places.map((place) => fields[place]?.length ?? 0));
  if (longest > MOST_OF_A_TEXT)
    return refused('cellTooLong', `a cell of ${longest} characters: a quote may stand open`);
  const read = readWhen(layout.on ?? cell('date'), cell('time'), layout.dates, layout.zone);
  if ('reason' in read) return refused(read.code, read.reason);
  const [eps, revenue] = [figuresOf('eps', cell, layout), figuresOf('revenue', cell, layout)];
  if ('unreadable' in eps) return refused('noFigure', eps.unreadable);
  if ('unreadable' in revenue) return refused('noFigure', revenue.unreadable);
  return {
    kind: 'row',
    line,
    text,
    symbol: orNull(cell('symbol')),
    exchange: orNull(cell('exchange')),
    company: orNull(cell('company')),
    ...read,
    announcementKind: orNull(cell('kind')),
    period: readPeriod({ period: cell('period'), quarter: cell('quarter'), year: cell('year') }),
    fiscalEnd: readFiscalEnd(cell('fiscalEnd')),
    currency: orNull(cell('currency').toUpperCase()),
    basis: basisOf(cell('basis')),
    eps,
    revenue,
  };
}

function figuresOf(
  metric: 'eps' | 'revenue',
  cell: (field: CalendarField) => string,
  { decimals }: CalendarLayout,
): Figures | { readonly unreadable: string } {
  const fields = { actual: `${metric}Actual`, estimate: `${metric}Estimate`, prior: `${metric}Prior` } as const;
  const values: { actual: number | null; estimate: number | null; prior: number | null } = {
    actual: null,
    estimate: null,
    prior: null,
  };
  for (const part of ['actual', 'estimate', 'prior'] as const) {
    const text = cell(fields[part]);
    const value = readFigure(text, decimals);
    if (value === undefined)
      return {
        unreadable: `${JSON.stringify(text.slice(0, 60))} is no figure (${fields[part]})${hint(text, decimals)}`,
      };
    values[part] = value;
  }
  return values;
}

function hint(text: string, decimals: string): string {
  return decimals === '.' && /\d,\d/.test(text) ? '; other figures of the file have decimal points' : '';
}

function basisOf(text: string): string | null {
  const word = text.toLowerCase().replace(/[^a-z]/g, '');
  if (word === '') return null;
  if (['adj', 'adjusted', 'nongaap', 'normalized', 'normalised'].includes(word)) return 'adjusted';
  return word.slice(0, 40);
}

function orNull(text: string): string | null {
  return text === '' || text === '--' || text.toUpperCase() === 'N/A' ? null : text;
}

function cut(text: string): string {
  return text.length > MOST_OF_A_TEXT ? `${text.slice(0, MOST_OF_A_TEXT)}...` : text;
}
