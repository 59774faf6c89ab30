import { IANAZone } from 'luxon';

const minuteMillis = 60_000;
const quarterMillis = 15 * minuteMillis;
const weekMillis = 7 * 24 * 60 * minuteMillis;
/** Looking this often finds every change of clocks: winters and summers last 17 weeks at least. */
const lookMillis = 8 * weekMillis;

/** The instants at which a zone's offset changes, and the offsets before, between and after them: all in milliseconds. */
export interface ZoneOffsets {
  readonly changes: readonly number[];
  readonly offsets: readonly number[];
}

/**
 * The offsets of an IANA zone between two instants. An answer of luxon's takes some 10 microseconds, so luxon is asked
 * a few hundred times for decades, and never for a look-up.
 */
export function offsetsOf(zoneName: string, from: number, to: number): ZoneOffsets {
  const zone = IANAZone.create(zoneName);
  if (!zone.isValid) throw new RangeError(`This Node.js knows no time zone ${zoneName}: run one with full ICU data.`);
  const changes: number[] = [];
  const offsets = [zone.offset(from) * minuteMillis];
  for (let look = from; look < to; look += lookMillis) {
    const offset = zone.offset(look + lookMillis) * minuteMillis;
    if (offset === offsets.at(-1)) continue;
    changes.push(changeBetween(zone, look, look + lookMillis, changes.at(-2)));
    offsets.push(offset);
  }
  return { changes, offsets };
}

/**
 * The one change after `from` and up to `to`. Most come 52 or 53 weeks after the one of the year before: trying that
 * first saves ten questions of twelve.
 */
function changeBetween(zone: IANAZone, from: number, to: number, yearBefore: number | undefined): number {
  const before = zone.offset(from);
  for (const weeks of yearBefore === undefined ? [] : [52, 53]) {
    const guess = (yearBefore ?? 0) + weeks * weekMillis;
    if (guess <= from || guess > to || zone.offset(guess) === before) continue;
    if (zone.offset(guess - quarterMillis) === before) return guess;
  }
  return bisect(zone, from, to, before);
}

/** To the quarter of an hour: at no other times do clocks change. */
function bisect(zone: IANAZone, from: number, to: number, before: number): number {
  let low = 0;
  let high = Math.ceil((to - from) / quarterMillis);
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (zone.offset(from + middle * quarterMillis) === before) low = middle;
    else high = middle;
  }
  return from + high * quarterMillis;
}
