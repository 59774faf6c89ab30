import { FIGURES, type BarColumns } from '../facts/bar-columns';
import { firstDayOf } from '../facts/day-number';
import type { Dossier } from '../facts/dossier';
import { yearOfFact } from '../facts/small-fact';
import { columnBytes, HEADER_BYTES, LAYOUT_VERSION, MAGIC } from './layout';

/** The facts of one year (0: those without a date) in canonical bytes: the same facts, whichever way they came, make the same bytes. Null if there are none. */
export function packFacts(dossier: Dossier, year: number): Buffer | null {
  const facts = [...dossier.small.values()]
    .filter((fact) => yearOfFact(fact) === year)
    .sort((a, b) => a.position - b.position);
  const { bars } = dossier;
  bars.sort();
  const rows =
    year === 0
      ? { start: 0, end: 0 }
      : { start: bars.firstRowOn(firstDayOf(year)), end: bars.firstRowOn(firstDayOf(year + 1)) };
  if (facts.length === 0 && rows.start === rows.end) return null;
  const deliveries = deliveriesOf(bars, rows);
  const json = Buffer.from(JSON.stringify({ facts, sources: deliveries.sources }));
  const present = FIGURES.map((figure) => hasFigure(bars.figures[figure], rows));
  return written(bars, rows, deliveries, present, json);
}

interface Rows {
  readonly start: number;
  readonly end: number;
}

interface YearDeliveries {
  /** Rows of the dossier's deliveries, by position. */
  readonly rows: readonly number[];
  readonly packedRow: ReadonlyMap<number, number>;
  readonly sources: readonly string[];
}

function deliveriesOf(bars: BarColumns, { start, end }: Rows): YearDeliveries {
  const { deliveries } = bars;
  const used = new Set<number>();
  for (let row = start; row < end; row++) used.add(bars.delivery[row]!);
  const rows = [...used].sort((a, b) => deliveries.position[a]! - deliveries.position[b]!);
  const sources = [...new Set(rows.map((row) => deliveries.sources[deliveries.source[row]!]!))].sort();
  return { rows, packedRow: new Map(rows.map((row, packed) => [row, packed])), sources };
}

function hasFigure(column: Float64Array, { start, end }: Rows): boolean {
  for (let row = start; row < end; row++) if (!Number.isNaN(column[row])) return true;
  return false;
}

function written(
  bars: BarColumns,
  rows: Rows,
  used: YearDeliveries,
  present: readonly boolean[],
  json: Buffer,
): Buffer {
  const shape = { bars: rows.end - rows.start, deliveries: used.rows.length, figures: present.filter(Boolean).length };
  const columns = columnBytes(shape);
  const bytes = new ArrayBuffer(HEADER_BYTES + columns + json.length);
  const buffer = Buffer.from(bytes);
  const mask = present.reduce((bits, isPresent, i) => (isPresent ? bits | (1 << i) : bits), 0);
  new Uint32Array(bytes, 0, 8).set([MAGIC, LAYOUT_VERSION, shape.bars, shape.deliveries, mask, json.length]);
  writeColumns(new ColumnWriter(bytes), bars, rows, used, present);
  json.copy(buffer, HEADER_BYTES + columns);
  return buffer;
}

function writeColumns(
  to: ColumnWriter,
  bars: BarColumns,
  rows: Rows,
  used: YearDeliveries,
  present: readonly boolean[],
): void {
  const { deliveries } = bars;
  const { start, end } = rows;
  FIGURES.forEach((figure, i) => {
    if (present[i]) to.doubles(bars.figures[figure].subarray(start, end));
  });
  to.doubles(used.rows.map((row) => deliveries.position[row]!));
  to.doubles(used.rows.map((row) => deliveries.knownAt[row]!));
  to.integers(bars.day.subarray(start, end));
  to.integers(Int32Array.from(bars.delivery.subarray(start, end), (row) => used.packedRow.get(row) ?? 0));
  to.integers(used.rows.map((row) => deliveries.basis[row]!));
  to.integers(used.rows.map((row) => used.sources.indexOf(deliveries.sources[deliveries.source[row]!]!)));
}

/** Writes columns one after the other. The bytes are the machine's, and every machine that Node runs on here is little-endian. */
class ColumnWriter {
  private offset = HEADER_BYTES;

  constructor(private readonly buffer: ArrayBuffer) {}

  doubles(values: ArrayLike<number>): void {
    new Float64Array(this.buffer, this.offset, values.length).set(values);
    this.offset += values.length * 8;
  }

  integers(values: ArrayLike<number>): void {
    new Int32Array(this.buffer, this.offset, values.length).set(values);
    this.offset += values.length * 4;
  }
}
