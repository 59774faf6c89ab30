import { fromDay, isWeekend, toDay } from './calendar-date';
import type { ExchangeCalendar } from './exchange-calendar';
import { ZoneClock } from './local-clock';
import { minutesOf, readExceptions, type DayHours } from './read-exceptions';
import { SessionTable, type SessionColumns } from './session-table';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** The sessions of a calendar: every weekday it covers, at its regular hours, but for the exceptions. */
export function buildSessionTable(calendar: ExchangeCalendar): SessionTable {
  const { mic, zone, coverage } = calendar;
  const clock = new ZoneClock(zone, toDay(coverage.from), toDay(coverage.to));
  const closedBecause = (day: number) =>
    calendar.reasons[fromDay(day)] ?? (isWeekend(day) ? weekdayOf(day) : 'a holiday');
  return new SessionTable({ mic, zone, coverage, clock, closedBecause }, columnsOf(calendar, clock));
}

function columnsOf(calendar: ExchangeCalendar, clock: ZoneClock): SessionColumns {
  const exceptions = readExceptions(calendar.exceptions);
  const most = toDay(calendar.coverage.to) - toDay(calendar.coverage.from) + 1;
  const [days, opens, closes] = [new Int32Array(most), new Float64Array(most), new Float64Array(most)];
  let count = 0;
  for (const { from, to, open, close } of periodsOf(calendar)) {
    for (let day = from; day <= to; day += 1) {
      const exception = exceptions.get(day);
      if (exception === 'closed' || isWeekend(day)) continue;
      days[count] = day;
      opens[count] = clock.instantOf(day, exception?.open ?? open);
      closes[count] = clock.instantOf(day, exception?.close ?? close);
      count += 1;
    }
  }
  return { days: days.slice(0, count), opens: opens.slice(0, count), closes: closes.slice(0, count) };
}

interface Period extends Required<DayHours> {
  readonly from: number;
  readonly to: number;
}

/** Regular hours, each with its first and last day. */
function periodsOf({ hours, coverage }: ExchangeCalendar): Period[] {
  return hours.map(({ from, open, close }, index) => {
    const next = hours[index + 1];
    const to = next === undefined ? toDay(coverage.to) : toDay(next.from) - 1;
    return { from: toDay(from), to, open: minutesOf(open), close: minutesOf(close) };
  });
}

function weekdayOf(day: number): string {
  return `a ${weekdays[(((day + 4) % 7) + 7) % 7]!}`;
}
