import { NO_DAY } from '../figures/calendar-days';
import { DATE_EXAMPLES, dateParser, type DateParser } from '../figures/date-formats';
import { type FigureParser, parseComma, parseMoney, parsePlain, UNREADABLE } from '../figures/parse-figure';
import type { LineSink } from '../lines/line-splitter';
import { shownText } from '../lines/shown-text';
import type { PriceItem } from '../price-item';
import { BATCH_ROWS, BatchBuilder } from './batch-builder';
import { FieldLocator } from './field-locator';
import type { RowGroup, RowLayout } from './row-layout';
import type { SymbolTable } from './symbol-table';

const PARSERS: Readonly<Record<RowLayout['numbers'], FigureParser>> = {
  plain: parsePlain,
  money: parseMoney,
  comma: parseComma,
};

interface PreparedGroup extends RowGroup {
  readonly symbolIndex: number;
  readonly fields: readonly number[];
  /** What a value is divided by, field by field. */
  readonly scales: readonly number[];
}

/** Reads the lines of one text as rows of its layout. What is ready waits in `items`. */
export class RowReader implements LineSink {
  items: PriceItem[] = [];
  rows = 0;
  /** Rows seen, read or refused. */
  seen = 0;
  private batch: BatchBuilder;
  private readonly locator: FieldLocator;
  private readonly parseDate: DateParser;
  private readonly parseFigure: FigureParser;
  private readonly groups: readonly PreparedGroup[];
  private readonly values: Float64Array;
  /** Group by group, the batch's columns that its values go to. */
  private targets: readonly (readonly Float64Array[])[];
  private readonly mustBytes: Buffer;

  constructor(
    private readonly file: string,
    private readonly layout: RowLayout,
    private readonly symbols: SymbolTable,
    /** Of all rows, where the file's name tells it and its lines do not. */
    symbol: string | null,
  ) {
    this.batch = new BatchBuilder(layout.groups);
    this.locator = new FieldLocator(layout.delimiter, layout.fieldCount);
    this.parseDate = dateParser(layout.date.format);
    this.parseFigure = PARSERS[layout.numbers];
    this.mustBytes = Buffer.from(layout.must?.text ?? '');
    this.groups = layout.groups.map((group) => {
      const name = group.symbol ?? symbol;
      const symbolIndex = name === null ? -1 : symbols.indexOfName(name);
      return { ...group, symbolIndex, fields: fieldsOf(group), scales: scalesOf(group, layout.priceScale ?? 1) };
    });
    this.targets = this.groups.map((group) => this.batch.targetsOf(group));
    this.values = new Float64Array(Math.max(...this.groups.map(({ fields }) => fields.length)));
  }

  line(bytes: Buffer, from: number, to: number, number: number): void {
    if (number <= this.layout.headerLines) return;
    this.seen += 1;
    const reason = this.read(bytes, from, to, number);
    if (reason !== null) this.refuse(bytes, from, to, number, reason);
  }

  tooLong(beginning: Buffer, number: number): void {
    this.seen += 1;
    this.refuse(beginning, 0, beginning.length, number, 'The line is longer than 1 MiB.');
  }

  /** The last batch. */
  finish(): void {
    if (this.batch.count > 0) this.flush();
  }

  /** null: read; else why not. */
  private read(bytes: Buffer, from: number, to: number, number: number): string | null {
    const { layout, locator } = this;
    const count = locator.locate(bytes, from, to);
    if (count !== layout.fieldCount && !this.onlyEndsWithDelimiter(count)) return this.wrongCount(count);
    const { field, format } = layout.date;
    const day = this.parseDate(locator.bytes, locator.starts[field]!, locator.ends[field]!);
    if (day === NO_DAY) {
      return `The date "${this.shown(field)}" is not ${DATE_EXAMPLES[format]}, as in the rest of the file, or not in the calendar.`;
    }
    if (layout.must !== undefined && !this.holds(layout.must.field)) return layout.must.reason;
    if (layout.within !== undefined && (day < layout.within.from || day > layout.within.to))
      return layout.within.reason;
    const ofLine = layout.symbol === undefined ? -1 : this.symbolOf(layout.symbol);
    if (layout.symbol !== undefined && ofLine === -1)
      return 'It names no symbol, or one that is longer than 32 characters or not printable.';
    return this.readGroups(day, ofLine, number, (reason) => this.refuse(bytes, from, to, number, reason));
  }

  private readGroups(day: number, ofLine: number, number: number, refuse: (reason: string) => void): string | null {
    const { groups } = this;
    for (let at = 0; at < groups.length; at += 1) {
      const group = groups[at]!;
      const fault = this.readFigures(group);
      if (fault === null) this.keep(at, day, ofLine === -1 ? group.symbolIndex : ofLine, number);
      else if (groups.length === 1) return fault;
      // In a table of several tickers a day is blank where one of them did not trade.
      else if (this.givesAnything(group)) refuse(`${group.symbol ?? ''}: ${fault}`);
    }
    return null;
  }

  private readFigures(group: PreparedGroup): string | null {
    const { locator, values } = this;
    let hasClose = false;
    for (let index = 0; index < group.fields.length; index += 1) {
      const field = group.fields[index]!;
      const value = this.parseFigure(locator.bytes, locator.starts[field]!, locator.ends[field]!);
      values[index] = value;
      if (value === UNREADABLE) return `${this.nameOf(field)} "${this.shown(field)}" is no number.`;
      // NaN, a blank, is the one value that differs from itself.
      hasClose ||= value === value && group.figures[index]?.role === 'close';
    }
    return hasClose ? null : 'It has no close.';
  }

  private keep(place: number, day: number, symbol: number, number: number): void {
    const { batch, values } = this;
    const { scales } = this.groups[place]!;
    const targets = this.targets[place]!;
    const at = batch.count;
    batch.lines[at] = number;
    batch.days[at] = day;
    batch.symbols[at] = symbol;
    for (let index = 0; index < targets.length; index += 1) targets[index]![at] = values[index]! / scales[index]!;
    batch.count += 1;
    this.rows += 1;
    if (batch.count === BATCH_ROWS) this.flush();
  }

  private flush(): void {
    this.items.push(this.batch.build(this.file, this.symbols.names));
    this.batch = new BatchBuilder(this.layout.groups);
    this.targets = this.groups.map((group) => this.batch.targetsOf(group));
  }

  private refuse(bytes: Buffer, from: number, to: number, line: number, reason: string): void {
    this.items.push({ kind: 'refused', file: this.file, line, text: shownText(bytes, from, to), reason });
  }

  private onlyEndsWithDelimiter(count: number): boolean {
    const { fieldCount } = this.layout;
    return count === fieldCount + 1 && this.locator.starts[fieldCount] === this.locator.ends[fieldCount];
  }

  private wrongCount(count: number): string {
    if (count === -1) return 'A quote is not closed, or text follows one that is.';
    const { fieldCount } = this.layout;
    const found = count > fieldCount ? `more than ${fieldCount}` : String(count);
    return `It has ${found} fields where ${fieldCount} are expected: the line was cut, or a field holds the delimiter.`;
  }

  private holds(field: number): boolean {
    const { locator, mustBytes } = this;
    const to = locator.ends[field]!;
    return mustBytes.equals(locator.bytes.subarray(locator.starts[field], to));
  }

  private symbolOf({ field, endsWith }: NonNullable<RowLayout['symbol']>): number {
    const { bytes, starts, ends } = this.locator;
    return this.symbols.indexOf(bytes, starts[field]!, ends[field]!, endsWith);
  }

  private givesAnything(group: PreparedGroup): boolean {
    const { bytes, starts, ends } = this.locator;
    return group.fields.some((field) => {
      const value = this.parseFigure(bytes, starts[field]!, ends[field]!);
      return !Number.isNaN(value) && value !== 0;
    });
  }

  private shown(field: number): string {
    const { bytes, starts, ends } = this.locator;
    return shownText(bytes, starts[field], Math.min(ends[field]!, starts[field]! + 40));
  }

  private nameOf(field: number): string {
    return this.layout.fieldNames[field] ?? `Field ${field + 1}`;
  }
}

/** Figures first, then the dividend, then the split. */
function fieldsOf(group: RowGroup): readonly number[] {
  return [
    ...group.figures.map(({ field }) => field),
    ...(group.dividend === undefined ? [] : [group.dividend.field]),
    ...(group.split === undefined ? [] : [group.split]),
  ];
}

function scalesOf(group: RowGroup, ofPrices: number): readonly number[] {
  return [...group.figures.map(({ role }) => (role === 'volume' ? 1 : ofPrices)), 1, 1];
}
