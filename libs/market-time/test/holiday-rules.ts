import type { Exchange } from '../src';

/**
 * Rules of public holidays for the calendars' specs. They stand on Date and Intl alone, so that nothing here can be
 * wrong in the same way as the code under test.
 */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const dayMillis = 24 * 60 * 60 * 1000;

export function date(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

export function plusDays(from: string, days: number): string {
  return new Date(Date.parse(from) + days * dayMillis).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}

export function yearsOf({ coverage }: Exchange): number[] {
  const first = Number(coverage.from.slice(0, 4));
  return Array.from({ length: Number(coverage.to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
}

export function nth(n: number, weekday: Weekday, year: number, month: number): string {
  const first = date(year, month, 1);
  return plusDays(first, ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7);
}

export function last(weekday: Weekday, year: number, month: number): string {
  const end = date(year, month + 1, 0);
  return plusDays(end, -((weekdayOf(end) - weekday + 7) % 7));
}

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm, Nature 1876). */
export function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return date(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}

export const goodFriday = (year: number) => plusDays(easter(year), -2);
export const easterMonday = (year: number) => plusDays(easter(year), 1);

/** A holiday on a weekend is made up for on the first weekday after it that is none. */
export function madeUpFor(holidays: readonly string[]): string[] {
  const taken = new Set(holidays.filter((day) => !isWeekend(day)));
  for (const holiday of holidays.filter(isWeekend)) {
    let substitute = holiday;
    while (isWeekend(substitute) || taken.has(substitute)) substitute = plusDays(substitute, 1);
    taken.add(substitute);
  }
  return [...taken];
}

export function isWeekend(day: string): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}

/** The weekdays among some dates, in order, each once. */
export function weekdays(dates: readonly string[]): string[] {
  return [...new Set(dates)].filter((day) => !isWeekend(day)).sort();
}

/** The weekdays that an exchange was closed on all day, over all years that it covers. */
export function closedWeekdays(exchange: Exchange): string[] {
  const closed: string[] = [];
  for (let day = exchange.coverage.from; day <= exchange.coverage.to; day = plusDays(day, 1)) {
    if (!isWeekend(day) && !exchange.isSession(day)) closed.push(day);
  }
  return closed;
}

/** `HH:MM-HH:MM` of a session on the clocks of the exchange's zone. */
export function localHours(exchange: Exchange): (session: string) => string {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: exchange.zone, hour: '2-digit', minute: '2-digit' });
  return (session) => {
    const { open, close } = exchange.hours(session);
    return `${format.format(open)}-${format.format(close)}`;
  };
}

/** Sessions whose hours were not the regular ones given, as `date hours`. */
export function irregularSessions(exchange: Exchange, from: string, regular: string): string[] {
  const hours = localHours(exchange);
  return exchange
    .sessions(from, exchange.coverage.to)
    .map((session) => `${session} ${hours(session)}`)
    .filter((line) => !line.endsWith(regular));
}

/** The last session before a date. */
export function sessionBefore(exchange: Exchange, day: string): string {
  return exchange.lastOnOrBefore(plusDays(day, -1));
}
