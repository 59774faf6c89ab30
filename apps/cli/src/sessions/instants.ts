const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

/**
 * Epoch milliseconds of an RFC 3339 instant; null if it is none (a bare date, no zone, 30 February, a leap second).
 * Digits finer than a millisecond are cut off, which never moves an instant over a close.
 */
export function parseInstant(text: string): number | null {
  const match = RFC3339.exec(text);
  if (!match) return null;
  const date = new Date(0);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  date.setUTCFullYear(year, month - 1, day);
  // A day that the month does not have runs over into the next.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const timeOfDay = clock(match[4], match[5], match[6]);
  const offset = clock(match[9], match[10]);
  if (timeOfDay === null || offset === null) return null;
  const milliseconds = Number((match[7] ?? '').padEnd(3, '0').slice(0, 3));
  return date.getTime() + timeOfDay + milliseconds - (match[8] === '-' ? -offset : offset);
}

/** RFC 3339 in UTC, with milliseconds only where there are any. */
export function formatInstant(at: number): string {
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** Milliseconds since midnight; null if no clock shows it. */
function clock(hour = '0', minute = '0', second = '0'): number | null {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
