import { toDay } from './calendar-date';

/** Minutes since local midnight; what is absent is regular. */
export interface DayHours {
  readonly open?: number;
  readonly close?: number;
}

const year = /^\d{4}$/;
const exception = /^(?<date>\d\d-\d\d)(?<special>@(?:(?<open>\d\d:\d\d))?-(?:(?<close>\d\d:\d\d))?)?$/;

/** Exceptions by epoch day, from the lines of an ExchangeCalendar, whose form is described there. */
export function readExceptions(lines: string): ReadonlyMap<number, DayHours | 'closed'> {
  const byDay = new Map<number, DayHours | 'closed'>();
  for (const line of lines.trim().split('\n')) {
    const [first = '', ...tokens] = line.trim().split(/\s+/);
    if (!year.test(first)) throw malformed(first, line);
    for (const token of tokens) {
      const { date, special, open, close } = exception.exec(token)?.groups ?? {};
      if (date === undefined) throw malformed(token, line);
      const hours = { ...(open && { open: minutesOf(open) }), ...(close && { close: minutesOf(close) }) };
      byDay.set(toDay(`${first}-${date}`), special === undefined ? 'closed' : hours);
    }
  }
  return byDay;
}

/** Minutes since midnight of a time written HH:MM. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function malformed(token: string, line: string): Error {
  return new SyntaxError(
    `Cannot read ${JSON.stringify(token)} in the exchange calendar's line ${JSON.stringify(line.trim())}: ` +
      'write the year, then MM-DD for a closed day, MM-DD@-HH:MM for an early close or MM-DD@HH:MM- for a late open.',
  );
}
