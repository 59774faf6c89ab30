import { BarColumns } from './bar-columns';
import { firstDayOf, yearOf } from './day-number';
import { type SmallFact, yearOfFact } from './small-fact';

/** All facts on record about one instrument, superseded ones included. Opaque: add with addEvent, read with knownBy. */
export interface Dossier {
  readonly instrumentId: string;
  readonly bars: BarColumns;
  /** By the position of their event. */
  readonly small: Map<number, SmallFact>;
}

export function emptyDossier(instrumentId: string): Dossier {
  return { instrumentId, bars: new BarColumns(), small: new Map() };
}

/** The years that hold facts, ascending; 0 holds those without a date. */
export function factYears(dossier: Dossier): readonly number[] {
  const years = new Set<number>();
  for (const fact of dossier.small.values()) years.add(yearOfFact(fact));
  const { bars } = dossier;
  bars.sort();
  for (let row = 0; row < bars.length;) {
    const year = yearOf(bars.day[row]!);
    years.add(year);
    row = bars.firstRowOn(firstDayOf(year + 1));
  }
  return [...years].sort((a, b) => a - b);
}

/** Position of the newest event in it; 0 where it is empty. */
export function newestPosition({ bars, small }: Dossier): number {
  const { position, length } = bars.deliveries;
  let newest = 0;
  for (let row = 0; row < length; row++) newest = Math.max(newest, position[row]!);
  for (const of of small.keys()) newest = Math.max(newest, of);
  return newest;
}

// An announcement of a dozen subjects and amounts, parsed: what a heap snapshot shows, roughly.
const BYTES_A_SMALL_FACT = 2_000;

/** Roughly the memory that a dossier holds, in bytes: what a cache counts. */
export function bytesOf(dossier: Dossier): number {
  return 1_000 + dossier.bars.bytes + dossier.small.size * BYTES_A_SMALL_FACT;
}

/** The small facts of one kind, in position order. */
export function factsOf<Kind extends SmallFact['kind']>(
  dossier: Dossier,
  kind: Kind,
): readonly Extract<SmallFact, { kind: Kind }>[] {
  return [...dossier.small.values()]
    .filter((fact): fact is Extract<SmallFact, { kind: Kind }> => fact.kind === kind)
    .sort((a, b) => a.position - b.position);
}
