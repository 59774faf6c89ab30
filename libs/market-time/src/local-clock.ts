import { dayMillis } from './calendar-date';
import { offsetsOf } from './zone-offsets';

const minuteMillis = 60_000;

/** Local dates of a place, as epoch days, and their last milliseconds, as epoch ms. */
export interface LocalClock {
  dayOf(at: number): number;
  endOf(day: number): number;
}

/** The clock of a zone, right for instants from the first day to the last. */
export class ZoneClock implements LocalClock {
  /** Each offset holds from its start to the next one's. */
  private readonly starts: Float64Array;
  private readonly offsets: Float64Array;
  /** The offset that was asked for last: questions come in runs, and most fall between the same two changes. */
  private current = 0;

  constructor(zone: string, firstDay: number, lastDay: number) {
    const { changes, offsets } = offsetsOf(zone, (firstDay - 2) * dayMillis, (lastDay + 3) * dayMillis);
    this.starts = Float64Array.from([-Infinity, ...changes, Infinity]);
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
    if (earlier === later || this.offsetAt(wall - earlier) === earlier) return wall - earlier;
    return this.offsetAt(wall - later) === later ? wall - later : wall - earlier;
  }

  /** Milliseconds to add to an instant in order to read its local time as if it were UTC. */
  offsetAt(at: number): number {
    if (!(at >= this.starts[this.current]! && at < this.starts[this.current + 1]!)) this.current = this.search(at);
    return this.offsets[this.current]!;
  }

  private search(at: number): number {
    let low = 1;
    let high = this.offsets.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.starts[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
