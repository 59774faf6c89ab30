/*
 * One instrument-year of facts, little-endian: a header of eight 32-bit words, then columns widest first (so that each
 * is aligned), then the small facts as JSON. Price columns in which no bar has a figure are left out.
 *
 *   words   magic, version, bars, deliveries, columns present (bit per figure), JSON bytes, 0, 0
 *   f64     figures present x bars, delivery position, delivery knownAt (NaN: session close)
 *   i32     day (since 1970-01-01) x bars, delivery row x bars, delivery basis, delivery source
 *   utf-8   {"facts": [...by position], "sources": [...]}
 */
export const MAGIC = 0x46_44_4b_53;
export const LAYOUT_VERSION = 1;
export const HEADER_BYTES = 32;

export interface Shape {
  readonly bars: number;
  readonly deliveries: number;
  readonly figures: number;
}

export function columnBytes({ bars, deliveries, figures }: Shape): number {
  return bars * (figures * 8 + 8) + deliveries * 24;
}
