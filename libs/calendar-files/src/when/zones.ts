import { DateTime, FixedOffsetZone, IANAZone } from 'luxon';

/**
 * Abbreviations as the press uses them: the wall clock of the place, in summer and winter alike ("4 PM EST" in July is
 * said in New York, and means its clock).
 */
const places: Readonly<Record<string, string>> = {
  z: 'UTC',
  utc: 'UTC',
  gmt: 'UTC',
  et: 'America/New_York',
  est: 'America/New_York',
  edt: 'America/New_York',
  ct: 'America/Chicago',
  cst: 'America/Chicago',
  cdt: 'America/Chicago',
  mt: 'America/Denver',
  mst: 'America/Denver',
  mdt: 'America/Denver',
  pt: 'America/Los_Angeles',
  pst: 'America/Los_Angeles',
  pdt: 'America/Los_Angeles',
  bst: 'Europe/London',
  cet: 'Europe/Berlin',
  cest: 'Europe/Berlin',
  jst: 'Asia/Tokyo',
  hkt: 'Asia/Hong_Kong',
  aest: 'Australia/Sydney',
  aedt: 'Australia/Sydney',
};

/** An IANA zone, or an offset as +09:00, that a text names; undefined where it names none. */
export function readZone(text: string): string | undefined {
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(text);
  if (offset !== null) return `${offset[1] ?? ''}${offset[2] ?? ''}:${offset[3] ?? ''}`;
  const place = places[text.toLowerCase()];
  if (place !== undefined) return place;
  return text.includes('/') && IANAZone.isValidZone(text) ? text : undefined;
}

/** The instant (epoch ms) of a wall-clock time, minutes after midnight of a date (YYYY-MM-DD), in a zone of readZone(). */
export function wallInstant(on: string, minutes: number, zone: string): number {
  const offset = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  const sign = offset?.[1] === '-' ? -1 : 1;
  const known =
    offset === null
      ? IANAZone.create(zone)
      : FixedOffsetZone.instance(sign * (Number(offset[2]) * 60 + Number(offset[3])));
  const midnight = DateTime.fromISO(on, { zone: known });
  return midnight.set({ hour: Math.floor(minutes / 60), minute: minutes % 60 }).toMillis();
}
