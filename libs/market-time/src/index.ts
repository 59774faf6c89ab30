/**
 * Exchange sessions, opens and closes, the timing of an announcement, and day 0. Pure: no clock, no I/O.
 *
 * Instants are epoch milliseconds, dates and sessions `YYYY-MM-DD` in the exchange's own zone. What lies outside the
 * years that an exchange's calendar covers throws OutsideCoverageError: nothing is ever extrapolated.
 *
 * Amazon reported after the close of 2026-02-05, so the first session that could react was the next one
 * (index.spec.ts runs this example):
 *
 *     const nasdaq = exchange('XNAS');
 *     nasdaq.dayZero({ on: '2026-02-05', timing: 'afterClose' });
 *     // { timing: 'afterClose', baseSession: '2026-02-05', day0: '2026-02-06',
 *     //   assumed: false, candidates: [], contradicted: false }
 *     nasdaq.dayZero({ at: Date.parse('2026-02-27T13:49:00Z') });
 *     // { timing: 'preMarket', baseSession: '2026-02-26', day0: '2026-02-27', ... }
 *     nasdaq.hours('2025-11-28');
 *     // the day after Thanksgiving: { open: 14:30 UTC, close: 18:00 UTC }
 *     nasdaq.isSession('2026-02-16');
 *     // false: Presidents' Day
 */
export * from './exchange';
export { exchange, exchanges } from './known-exchanges';
export { spliceExchanges, type ListingPeriod } from './splice-exchanges';
export { fromDay, toDay } from './calendar-date';
export { NotADateError, NotASessionError, OutsideCoverageError, UnknownExchangeError } from './calendar-errors';
