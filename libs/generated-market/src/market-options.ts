import { exchange, NotADateError, toDay } from '@streakline/market-time';
import { GeneratedMarketError } from './generated-market-error';

/** All that a generated market follows from: the same options give the same events, byte for byte. */
export interface MarketOptions {
  /** Companies beside the index; 1 to 9,999. Default 500. */
  readonly instruments: number;
  /** Up to `end`; default 10. */
  readonly years: number;
  /** Of all companies together; default 10,000. */
  readonly announcements: number;
  /** A whole number from 0 to 2^32 - 1; default 1. */
  readonly seed: number;
  /** Last date; default 2025-12-31. */
  readonly end: string;
  /** Companies, the first so many, with a bar that is not honest about its moment: for a lint to find. Default 0. */
  readonly faults: number;
}

export const defaultMarket: MarketOptions = {
  instruments: 500,
  years: 10,
  announcements: 10_000,
  seed: 1,
  end: '2025-12-31',
  faults: 0,
};

/** Room for a few reports, their schedules and a way of living at all. */
const LEAST_SESSIONS = 200;

/**
 * The sessions that a market of these options has, on New York's exchanges.
 *
 * @throws GeneratedMarketError `invalidOption`, naming what to change
 */
export function marketSessions(options: MarketOptions): readonly string[] {
  const { years, end } = options;
  whole('instruments', options.instruments, 1, 9_999);
  whole('years', years, 1, 35);
  whole('announcements', options.announcements, 0, 10_000_000);
  whole('faults', options.faults, 0, options.instruments);
  whole('seed', options.seed, 0, 2 ** 32 - 1);
  const { coverage } = exchange('XNAS');
  const from = `${Number(dateOf(end).slice(0, 4)) - years}${end.slice(4)}`.replace(/02-29$/, '02-28');
  if (from < coverage.from || end > coverage.to)
    throw invalid(
      `a market of ${years} years up to ${end} leaves ${coverage.from} to ${coverage.to}, which the calendars cover`,
    );
  const sessions = exchange('XNAS').sessions(from, end);
  if (sessions.length < LEAST_SESSIONS) throw invalid(`${sessions.length} sessions are too few: give more years`);
  return sessions;
}

function dateOf(text: string): string {
  try {
    toDay(text);
    return text;
  } catch (error) {
    if (error instanceof NotADateError) throw invalid(`end: ${error.message}`);
    throw error;
  }
}

function whole(name: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    throw invalid(`${name} is ${value}: give a whole number from ${least} to ${most}`);
}

function invalid(message: string): GeneratedMarketError {
  return new GeneratedMarketError('invalidOption', message);
}
