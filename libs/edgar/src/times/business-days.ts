import { addDays, weekdayOf } from '../calendar-date';

/**
 * Whether EDGAR works on a date: on weekdays that are no federal holiday (5 U.S.C. 6103). Closures by order, such as days
 * of mourning, are not in here: a filing's own date shows them.
 */
export function isBusinessDay(date: string): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 0 && weekday !== 6 && !isFederalHoliday(date);
}

/** The first business day after a date. */
export function nextBusinessDay(date: string): string {
  let next = addDays(date, 1);
  while (!isBusinessDay(next)) next = addDays(next, 1);
  return next;
}

/** Observed: one on a Saturday is kept on the Friday before, one on a Sunday on the Monday after. */
export function isFederalHoliday(date: string): boolean {
  const weekday = weekdayOf(date);
  if (isNamedDay(date)) return true;
  if (weekday === 5) return isFixedDay(addDays(date, 1));
  return weekday === 1 && isFixedDay(addDays(date, -1));
}

function isNamedDay(date: string): boolean {
  return isFixedDay(date) || isWeekdayHoliday(date);
}

/** New Year, Juneteenth, Independence Day, Veterans Day, Christmas. */
function isFixedDay(date: string): boolean {
  const day = date.slice(5);
  if (day === '06-19') return date >= '2021';
  return ['01-01', '07-04', '11-11', '12-25'].includes(day);
}

function isWeekdayHoliday(date: string): boolean {
  const [month, day, weekday] = [Number(date.slice(5, 7)), Number(date.slice(8)), weekdayOf(date)];
  const nth = Math.ceil(day / 7);
  if (weekday === 4) return month === 11 && nth === 4;
  if (weekday !== 1) return false;
  if (month === 5) return day > 24;
  // Martin Luther King, Washington, Labor Day, Columbus.
  return (month === 1 && nth === 3 && date >= '1986') || [`2-3`, `9-1`, `10-2`].includes(`${month}-${nth}`);
}
