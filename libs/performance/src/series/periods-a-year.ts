import { toDay } from '@streakline/market-time';

/** Sessions of an exchange, the custom of the trade; every day; weeks; months; quarters; years. */
const USUAL = [252, 365, 52, 12, 4, 1];
const SESSIONS = 252;
/** Over fewer days a week's end more or less decides. */
const LEAST_SPAN = 20;
const DAYS_A_YEAR = 365.25;

/**
 * Periods a year of a series with these dates: of 252 (sessions), 365, 52, 12, 4 and 1 the one whose ratio to the dates'
 * own rate is nearest to one; 252 where they span fewer than 20 days. Monthly returns annualised as sessions would be
 * wrong by a factor of 21, and nothing would show it.
 */
export function periodsAYearOf(dates: readonly string[]): number {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return SESSIONS;
  const span = toDay(last) - toDay(first);
  if (span < LEAST_SPAN) return SESSIONS;
  const rate = ((dates.length - 1) / span) * DAYS_A_YEAR;
  const distance = (usual: number) => Math.abs(Math.log(usual / rate));
  return USUAL.reduce((nearest, usual) => (distance(usual) < distance(nearest) ? usual : nearest), SESSIONS);
}
