import { CalendarFileError } from '../calendar-file-error';
import type { RawRow } from '../calendar-row';
import { assignColumns, type ColumnLayout } from '../columns/assign-columns';
import { type CalendarField, inBrackets } from '../columns/fields';
import { type DecimalMark, markToldBy } from '../figures/read-figure';
import { dateIn, type DateOrder, readDate } from '../when/dates';
import { readZone } from '../when/zones';

/** More is no calendar: a market of ten thousand issuers has 40,000 reports a year. */
export const MOST_ROWS = 500_000;

export interface EstablishOptions {
  /** What the columns hold: fields in their order (- for what is not read), or field=Heading. */
  readonly columns?: readonly string[] | undefined;
  /** Of dates in numbers, where the file does not tell. */
  readonly dates?: DateOrder | undefined;
  /** The date of every row, where the file has no column of dates. */
  readonly on?: string | undefined;
  /** Of clock times that name none. */
  readonly zone?: string | undefined;
}

/** How a file is to be read, established from all of it before a row is believed. */
export interface CalendarLayout extends ColumnLayout {
  /** Null: no date of the file needs one. */
  readonly dates: DateOrder | null;
  readonly decimals: DecimalMark;
  readonly zone: string | null;
  readonly on: string | null;
  /** Rows after the heading. */
  readonly rows: number;
}

/** Reads all rows once, and settles columns, the order of dates and the decimal mark. Throws CalendarFileError. */
export async function establishCalendar(
  open: () => AsyncIterable<RawRow>,
  options: EstablishOptions = {},
): Promise<CalendarLayout> {
  const seen = new Evidence(options);
  let rows = 0;
  for await (const raw of open()) {
    // What is no record counts, too: each is kept until its reason is told. One row more than these may be the heading.
    rows += 1;
    if (rows > MOST_ROWS + 1) throw tooManyRows();
    if ('fields' in raw) seen.see(raw.fields, raw.line);
  }
  return seen.layout();
}

/** All that the rows of a file tell of how it is to be read. */
class Evidence {
  private columns: ColumnLayout | undefined;
  private zoneOfHeading: string | undefined;
  private readonly dates = new DateEvidence();
  private readonly decimals = new DecimalEvidence();
  private rows = 0;

  constructor(private readonly options: EstablishOptions) {}

  see(fields: readonly string[], line: number): void {
    const isFirst = this.columns === undefined;
    const columns = (this.columns ??= columnsOf(fields, this.options));
    if (isFirst) this.zoneOfHeading = zoneIn(columns, fields);
    if (isFirst && columns.hasHeading) return;
    this.rows += 1;
    this.dates.see(fields[columns.places.date ?? -1] ?? '', line);
    for (const field of figureFields) this.decimals.see(fields[columns.places[field] ?? -1] ?? '');
  }

  layout(): CalendarLayout {
    const { columns, rows, dates, decimals } = this;
    if (columns === undefined)
      throw new CalendarFileError('empty', 'there is nothing in it, not even a heading. Export it again.');
    if (rows === 0) throw new CalendarFileError('empty', 'it has a heading, and no row below it. Export it again.');
    const { zone = this.zoneOfHeading ?? null, on = null, dates: told } = this.options;
    return { ...columns, dates: dates.order(told), decimals: decimals.mark(), zone, on, rows };
  }
}

const figureFields: readonly CalendarField[] = [
  'epsEstimate',
  'epsActual',
  'epsPrior',
  'revenueEstimate',
  'revenueActual',
  'revenuePrior',
];

/** A first row that holds a date where `--columns` places one is no heading. */
function columnsOf(first: readonly string[], { columns = [], on }: EstablishOptions): ColumnLayout {
  const layout = assignColumns(first, columns, on !== undefined);
  if (layout.hasHeading || layout.places.date === undefined) return layout;
  const isHeading = readDate(first[layout.places.date] ?? '') === undefined;
  return { ...layout, hasHeading: isHeading };
}

function zoneIn({ places, hasHeading }: ColumnLayout, headings: readonly string[]): string | undefined {
  if (!hasHeading) return undefined;
  const named = [places.time, places.date].map((place) =>
    place === undefined ? '' : inBrackets(headings[place] ?? ''),
  );
  return named.map((text) => readZone(text)).find((zone) => zone !== undefined);
}

/** What the dates of a file say about the order of day and month. */
class DateEvidence {
  private inNumbers: number | undefined;
  private readonly only: Partial<Record<DateOrder, { line: number; text: string }>> = {};

  see(cell: string, line: number): void {
    const date = readDate(cell)?.date;
    if (date === undefined) return;
    if ('on' in date) return;
    this.inNumbers ??= line;
    const [asMonthFirst, asDayFirst] = [dateIn('MDY', date), dateIn('DMY', date)];
    const text = cell.trim().slice(0, 40);
    if (asMonthFirst === undefined) this.only.DMY ??= { line, text };
    if (asDayFirst === undefined) this.only.MDY ??= { line, text };
  }

  order(told: DateOrder | undefined): DateOrder | null {
    const { DMY, MDY } = this.only;
    if (told !== undefined || this.inNumbers === undefined) return told ?? null;
    if (DMY !== undefined && MDY !== undefined) {
      const both = `line ${DMY.line} (${DMY.text}) writes the day first, line ${MDY.line} (${MDY.text}) the month`;
      throw new CalendarFileError(
        'datesMixed',
        `its dates are of two kinds: ${both}. Say which is right by --dates: the others are refused.`,
      );
    }
    if (DMY !== undefined) return 'DMY';
    if (MDY !== undefined) return 'MDY';
    throw new CalendarFileError(
      'datesAmbiguous',
      `its dates may have the day or the month first (line ${this.inNumbers}, and no date that tells). Say it by --dates MDY or --dates DMY.`,
    );
  }
}

/** Which decimal mark its figures can only be read with. */
class DecimalEvidence {
  private readonly seen = { '.': 0, ',': 0 };

  see(cell: string): void {
    const mark = markToldBy(cell);
    if (mark !== null) this.seen[mark] += 1;
  }

  /** Where both occur, points are: what is left with a comma is refused row by row. */
  mark(): DecimalMark {
    return this.seen[','] > 0 && this.seen['.'] === 0 ? ',' : '.';
  }
}

function tooManyRows(): CalendarFileError {
  const most = MOST_ROWS.toLocaleString('en-US');
  return new CalendarFileError(
    'tooManyRows',
    `it has more than ${most} rows. Split it by year, and import the parts one after the other.`,
  );
}
