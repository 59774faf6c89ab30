import { FIGURES } from '../facts/bar-columns';
import { type Dossier, emptyDossier } from '../facts/dossier';
import type { SmallFact } from '../facts/small-fact';
import { columnBytes, HEADER_BYTES, LAYOUT_VERSION, MAGIC } from './layout';

export interface PackedYear {
  readonly year: number;
  readonly packed: Buffer;
}

/** The dossier that all of an instrument's packed years make up, rows in any order. Throws on bytes that packFacts() did not write. */
export function unpackFacts(instrumentId: string, rows: readonly PackedYear[]): Dossier {
  const dossier = emptyDossier(instrumentId);
  for (const row of [...rows].sort((a, b) => a.year - b.year)) unpackYear(dossier, row);
  return dossier;
}

function unpackYear(dossier: Dossier, { year, packed }: PackedYear): void {
  // A copy of its own: a Buffer from the driver may start anywhere, and typed arrays must be aligned.
  const bytes = new Uint8Array(packed).buffer;
  const [magic, version, bars = 0, deliveries = 0, mask = 0, jsonBytes = 0] = new Uint32Array(
    bytes.slice(0, HEADER_BYTES),
  );
  if (magic !== MAGIC || version !== LAYOUT_VERSION) {
    throw new Error(
      `The packed facts of ${dossier.instrumentId}, year ${year}, have magic ${magic} and layout ${version}; this build reads layout ${LAYOUT_VERSION}. Rebuild the projection.`,
    );
  }
  const present = FIGURES.filter((_, i) => (mask & (1 << i)) !== 0);
  const jsonStart = HEADER_BYTES + columnBytes({ bars, deliveries, figures: present.length });
  const json = JSON.parse(Buffer.from(bytes, jsonStart, jsonBytes).toString()) as {
    facts: SmallFact[];
    sources: string[];
  };
  for (const fact of json.facts) dossier.small.set(fact.position, fact);
  if (bars > 0) unpackBars(dossier, new ColumnReader(bytes), { bars, deliveries, present, sources: json.sources });
}

interface YearOfBars {
  readonly bars: number;
  readonly deliveries: number;
  readonly present: readonly (typeof FIGURES)[number][];
  readonly sources: readonly string[];
}

function unpackBars(
  { bars: columns }: Dossier,
  from: ColumnReader,
  { bars, deliveries, present, sources }: YearOfBars,
): void {
  const start = columns.reserve(bars);
  for (const figure of FIGURES) {
    if (present.includes(figure)) columns.figures[figure].set(from.doubles(bars), start);
    else columns.figures[figure].fill(Number.NaN, start, start + bars);
  }
  const position = from.doubles(deliveries);
  const knownAt = from.doubles(deliveries);
  columns.day.set(from.integers(bars), start);
  const packedRow = from.integers(bars);
  const basis = from.integers(deliveries);
  const source = from.integers(deliveries);
  const rows = Array.from(position, (at, i) =>
    columns.deliveries.add({ position: at, knownAt: knownAt[i]!, basis: basis[i]!, source: sources[source[i]!]! }),
  );
  for (let i = 0; i < bars; i++) columns.delivery[start + i] = rows[packedRow[i]!]!;
  columns.noteOrder(start);
}

class ColumnReader {
  private offset = HEADER_BYTES;

  constructor(private readonly buffer: ArrayBuffer) {}

  doubles(length: number): Float64Array {
    const column = new Float64Array(this.buffer, this.offset, length);
    this.offset += length * 8;
    return column;
  }

  integers(length: number): Int32Array {
    const column = new Int32Array(this.buffer, this.offset, length);
    this.offset += length * 4;
    return column;
  }
}
