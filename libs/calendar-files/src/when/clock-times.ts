import { readZone } from './zones';

/** Minutes after midnight, and the zone that is named with them. */
export interface ClockTime {
  readonly minutes: number;
  readonly zone: string | null;
}

/**
 * A wall-clock time: 16:05, 4:05 PM, 4 PM ET, 07:00:00-05:00, 6:30 America/New_York. Undefined for anything else, a
 * number without minutes, am or pm included: an hour may be a count.
 */
export function readClock(text: string): ClockTime | undefined {
  const found =
    /^(\d{1,2})(?::(\d{2})(?::\d{2}(?:\.\d{1,9})?)?)? ?([ap]\.?m\.?)? ?([A-Za-z+-][A-Za-z0-9_+:/-]{0,30})?$/i.exec(
      text.trim(),
    );
  if (found === null) return undefined;
  const [, hours = '', minutes, half, zoneText] = found;
  if (minutes === undefined && half === undefined) return undefined;
  const hour = hourOf(Number(hours), half);
  const minute = Number(minutes ?? '0');
  const zone = zoneText === undefined ? null : readZone(zoneText);
  if (hour === undefined || minute > 59 || zone === undefined) return undefined;
  return { minutes: hour * 60 + minute, zone };
}

function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}
