/** Days since 1970-01-01 of a date `YYYY-MM-DD`. Reads digits only: the caller vouches for the form (10 million of these a rebuild). */
export function dayOf(date: string): number {
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 7);
  return daysFromCivil(year, month, digits(date, 8, 10));
}

/** First day of a year, as dayOf() counts. */
export function firstDayOf(year: number): number {
  return daysFromCivil(year, 1, 1);
}

const dates = new Map<number, string>();

/** Inverse of dayOf(). Remembered: every tape asks for the same few thousand. */
export function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
  dates.set(day, date);
  return date;
}

export function yearOf(day: number): number {
  return digits(dateOf(day), 0, 4);
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 10 + text.charCodeAt(i) - 48;
  return value;
}

// Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil: years that begin in March end in their leap day.
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}
