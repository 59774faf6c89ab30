import { weekdayOf } from '../calendar-date';

/** What a clock in New York shows: `YYYY-MM-DDTHH:MM:SS`. */
export type NewYorkTime = string;

const AN_HOUR = 3_600_000;

/** What clocks in New York show at an instant (epoch milliseconds). */
export function newYorkTimeOf(instant: number): NewYorkTime {
  return new Date(instant - hoursBehind(instant) * AN_HOUR).toISOString().slice(0, 19);
}

/**
 * The instant (epoch milliseconds) at which clocks in New York show a time: of two, in the hour that comes twice in
 * autumn, the later; in the hour of spring that there is not, an hour earlier.
 */
export function instantOf(time: NewYorkTime): number {
  const inWinter = Date.parse(`${time}Z`) + 5 * AN_HOUR;
  return inWinter - (5 - hoursBehind(inWinter)) * AN_HOUR;
}

/**
 * Hours that New York is behind UTC. By rule and not by the time zones of the platform, which take some 20 microseconds
 * a question, and a submissions file asks thousands of times. EDGAR began in 1993.
 */
function hoursBehind(instant: number): 4 | 5 {
  const { from, to } = summerOf(new Date(instant).getUTCFullYear());
  return from <= instant && instant < to ? 4 : 5;
}

interface Summer {
  /** At 2 in the morning, standard time. */
  readonly from: number;
  /** At 2 in the morning, daylight saving time. */
  readonly to: number;
}

const SUMMERS = new Map<number, Summer>();

function summerOf(year: number): Summer {
  const known = SUMMERS.get(year);
  if (known !== undefined) return known;
  const [from, to] =
    year < 2007
      ? [sunday(`${year}-04-01`), sunday(`${year}-10-25`)]
      : [sunday(`${year}-03-08`), sunday(`${year}-11-01`)];
  const summer = { from: from + 7 * AN_HOUR, to: to + 6 * AN_HOUR };
  SUMMERS.set(year, summer);
  return summer;
}

/**
 * Midnight UTC of the first Sunday on or after a date. Since 2007 summer time is from the second Sunday of March to the
 * first of November (Energy Policy Act of 2005), since 1987 it was from the first of April to the last of October.
 */
function sunday(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) + ((7 - weekdayOf(date)) % 7) * 24 * AN_HOUR;
}
