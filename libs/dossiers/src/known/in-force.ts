import type { InstrumentName, Known, KnownBenchmark, KnownSector } from './known';

/** The name in force on a date. */
export function nameOn({ names }: Pick<Known, 'names'>, date: string): InstrumentName {
  const inForce = names.findLast(({ from }) => from === null || from <= date);
  if (inForce === undefined)
    throw new Error(`No name of an instrument holds on ${date}: the first one must have no date.`);
  return inForce;
}

/** The benchmark of a role in force on a session; null if none was assigned by then. */
export function benchmarkOn(
  { benchmarks }: Pick<Known, 'benchmarks'>,
  role: KnownBenchmark['role'],
  session: string,
): string | null {
  const inForce = benchmarks.findLast((one) => one.role === role && (one.from === null || one.from <= session));
  return inForce?.benchmarkId ?? null;
}

/** The sector that a scheme puts the instrument in on a session; null if none was given by then. */
export function sectorOn({ sectors }: Pick<Known, 'sectors'>, scheme: string, session: string): KnownSector | null {
  return sectors.findLast((one) => one.scheme === scheme && (one.from === null || one.from <= session)) ?? null;
}
