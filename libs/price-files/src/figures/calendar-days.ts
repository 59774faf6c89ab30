/** What stands for "no date": far outside of the years that are read. */
export const NO_DAY = -2_147_483_648;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Days since 1970-01-01 of a date of the Gregorian calendar from 1800 to 2199, NO_DAY if there is none such. By Howard
 * Hinnant's `days_from_civil`: years begin in March, so that the leap day is their last.
 */
export function dayOf(year: number, month: number, day: number): number {
  if (!(year >= 1800 && year < 2200 && month >= 1 && month <= 12 && day >= 1)) return NO_DAY;
  if (day > LENGTHS[month - 1]! && !(month === 2 && day === 29 && isLeap(year))) return NO_DAY;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** YYYY-MM-DD of days since 1970-01-01. */
export function dateText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
