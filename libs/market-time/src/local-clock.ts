import { IANAZone } from 'luxon';
import { dayMillis } from './calendar-date';

const minuteMillis = 60_000;
const quarterMillis = 15 * minuteMillis;
const weekMillis = 7 * dayMillis;
/** Looking this often finds every change of clocks: winters and summers last 17 weeks at least. */
const lookMillis = 8 * weekMillis;

/** Local dates of a place, as epoch days, and their last milliseconds, as epoch ms. */
export interface LocalClock {
  dayOf(at: number): number;
  endOf(day: number): number;
}

/**
 * The clock of a zone, right for instants from the first day to the last. luxon is asked only while it is built: an
 * answer of luxon's takes microseconds, so the offsets are kept with the instants at which they change.
 */
export class ZoneClock implements LocalClock {
  private readonly changes: Float64Array;
  private readonly offsets: Float64Array;

  constructor(zoneName: string, firstDay: number, lastDay: number) {
    const { changes, offsets } = offsetsOf(zoneName, (firstDay - 2) * dayMillis, (lastDay + 3) * dayMillis);
    this.changes = Float64Array.from(changes);
    this.offsets = Float64Array.from(offsets);
  }

  dayOf(at: number): number {
    return Math.floor((at + this.offsetAt(at)) / dayMillis);
  }

  endOf(day: number): number {
    return this.instantOf(day + 1, 0) - 1;
  }

  /**
   * The instant of a wall-clock time. One that a change of clocks skips or repeats is read by the clock before the
   * change, as luxon does.
   */
  instantOf(day: number, minutes: number): number {
    const wall = day * dayMillis + minutes * minuteMillis;
    // No offset is beyond a day: before `earlier` the change has not come yet, after `later` it has.
    const earlier = this.offsetAt(wall - dayMillis);
    const later = this.offsetAt(wall + dayMillis);
    if (this.offsetAt(wall - earlier) === earlier) return wall - earlier;
    return this.offsetAt(wall - later) === later ? wall - later : wall - earlier;
  }

  /** Milliseconds to add to an instant in order to read its local time as if it were UTC. */
  offsetAt(at: number): number {
    let low = 0;
    let high = this.changes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.changes[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return this.offsets[low]!;
  }
}

/** The instants at which the offset changes, and the offsets before, between and after them. */
function offsetsOf(zoneName: string, from: number, to: number): { changes: number[]; offsets: number[] } {
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
    const guess = yearBefore! + weeks * weekMillis;
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
