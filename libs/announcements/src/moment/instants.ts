import type { Moment } from '@streakline/events';
import type { Exchange } from '@streakline/market-time';

const A_DAY = 86_400_000;

/**
 * When all of it is public, wherever it concerns someone: the latest instant (epoch milliseconds) that the moment can
 * stand for at any of the exchanges. Without an exchange, a date ends where it ends last on Earth (UTC-12).
 */
export function latestInstant(moment: Moment, exchanges: readonly Exchange[]): number {
  if ('at' in moment) return Date.parse(moment.at);
  if (exchanges.length === 0) return Date.parse(`${moment.on}T23:59:59.999-12:00`);
  return Math.max(...exchanges.map((exchange) => exchange.latestInstant(moment)));
}

/**
 * The earliest instant (epoch milliseconds) that a moment can stand for; at UTC+14 without an exchange, and where a date
 * lies outside of what an exchange's calendar covers.
 */
export function earliestInstant(moment: Moment, exchanges: readonly Exchange[]): number {
  if ('at' in moment) return Date.parse(moment.at);
  const { on } = moment;
  const knowAll = exchanges.every(({ coverage }) => coverage.from <= on && on <= coverage.to);
  if (exchanges.length === 0 || !knowAll) return Date.parse(`${on}T00:00:00.000+14:00`);
  return Math.min(...exchanges.map((exchange) => earliestAt(exchange, moment)));
}

function earliestAt(exchange: Exchange, { on, timing }: Exclude<Moment, { at: string }>): number {
  if (exchange.isSession(on) && timing === 'intraday') return exchange.hours(on).open;
  if (exchange.isSession(on) && timing === 'afterClose') return exchange.hours(on).close;
  // An hour is lost or won at the change of the clocks; nothing is decided by that hour.
  return exchange.endOfDate(on) - A_DAY + 1;
}
