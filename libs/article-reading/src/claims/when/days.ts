/* Calendar dates as text (YYYY-MM-DD), which compare as themselves; counted in UTC, where every day has 24 hours. */
const DAY_MS = 86_400_000;

function toMs(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromMs(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return fromMs(toMs(date) + days * DAY_MS);
}

/** The same day of another month, or that month's last day. */
export function addMonths(date: string, months: number): string {
  const whole = new Date(toMs(`${date.slice(0, 7)}-01`));
  whole.setUTCMonth(whole.getUTCMonth() + months);
  const month = whole.toISOString().slice(0, 7);
  const last = lastOfMonth(`${month}-01`);
  const same = `${month}-${date.slice(8)}`;
  return same > last ? last : same;
}

/** 0 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(toMs(date)).getUTCDay();
}

export function mondayOf(date: string): string {
  return addDays(date, -((weekdayOf(date) + 6) % 7));
}

export function firstOfMonth(date: string): string {
  return `${date.slice(0, 7)}-01`;
}

export function lastOfMonth(date: string): string {
  const next = new Date(toMs(firstOfMonth(date)));
  next.setUTCMonth(next.getUTCMonth() + 1);
  return fromMs(next.getTime() - DAY_MS);
}

/** The year's last day before: what "this year" is measured from. */
export function lastOfYearBefore(date: string): string {
  return dateOf(Number(date.slice(0, 4)) - 1, 12, 31);
}

export function dateOf(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

export function earlier(left: string, right: string): string {
  return left < right ? left : right;
}
