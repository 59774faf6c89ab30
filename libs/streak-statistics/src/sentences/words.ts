const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Newsrooms spell the numbers below ten and write the others in digits. */
export function numberInWords(value: number): string {
  return NUMBERS[value] ?? value.toLocaleString('en-US');
}

/** Friday, July 14, 2006. */
export function dateInWords(date: string): string {
  return formatted(date, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' });
}

/** February 3 to 13, 2026; January 30 to February 3, 2026; December 30, 2025 to January 2, 2026. */
export function spanInWords(start: string, end: string): string {
  if (start === end) return formatted(end, { year: 'numeric', month: 'long', day: 'numeric' });
  const [day, month, year] = [{ day: 'numeric' }, { month: 'long' }, { year: 'numeric' }] as const;
  const sameYear = start.slice(0, 4) === end.slice(0, 4);
  const sameMonth = sameYear && start.slice(0, 7) === end.slice(0, 7);
  const first = formatted(start, { ...month, ...day, ...(sameYear ? {} : year) });
  const last = sameMonth
    ? `${formatted(end, day)}, ${formatted(end, year)}`
    : formatted(end, { ...month, ...day, ...year });
  return `${first} to ${last}`;
}

/** A session is a date of its own exchange: no zone may move it, which UTC on both sides sees to. */
function formatted(date: string, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-US', { ...parts, timeZone: 'UTC' }).format(Date.parse(date));
}
