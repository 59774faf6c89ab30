import { NOTHING } from './nothing';

/** An instant in a zone, the zone written: "Thu 5 Feb 2026, 16:01 EST". */
export function instant(at: string | null | undefined, zone: string): string {
  if (at === null || at === undefined) return NOTHING;
  const parts = partsOf(at, zone);
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}, ${parts.hour}:${parts.minute} ${parts.timeZoneName}`;
}

/** The same without the weekday and year, where a column says them: "5 Feb, 16:01 EST". */
export function shortInstant(at: string | null | undefined, zone: string): string {
  if (at === null || at === undefined) return NOTHING;
  const parts = partsOf(at, zone);
  return `${parts.day} ${parts.month}, ${parts.hour}:${parts.minute} ${parts.timeZoneName}`;
}

/** A session or a date: "Fri 6 Feb 2026". It has no zone: it is the exchange's own day. */
export function day(date: string | null | undefined): string {
  if (date === null || date === undefined) return NOTHING;
  const parts = partsOf(`${date}T00:00:00Z`, 'UTC');
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}`;
}

/** "6 Feb". */
export function shortDay(date: string | null | undefined): string {
  if (date === null || date === undefined) return NOTHING;
  const parts = partsOf(`${date}T00:00:00Z`, 'UTC');
  return `${parts.day} ${parts.month}`;
}

/** A distance of days from day 0, as it is written: −1, 0, +5. */
export function dayNumber(number: number): string {
  return number > 0 ? `+${number}` : String(number).replace('-', '\u2212');
}

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(at: string, zone: string): Record<string, string> {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' },
    });
    formats.set(zone, format);
  }
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
}
