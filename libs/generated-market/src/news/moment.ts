import type { Moment } from '@streakline/events';
import type { SeededRandom } from '@streakline/event-study';
import type { MarketMoment } from '@streakline/market-time';
import type { MarketCalendar } from '../calendar';
import { wholeBetween } from '../returns/fat-tails';

const MINUTE = 60_000;

/** When something became public, the first session that could react, and when all of it was known. */
export interface DrawnMoment {
  readonly moment: Moment;
  readonly day0: number;
  readonly knownAt: number;
  /** Of the day, as a schedule says it beforehand. */
  readonly timing: 'preMarket' | 'intraday' | 'afterClose';
  /** Whether day 0 trades before it: then day 0's open has not heard of it. */
  readonly duringDay0: boolean;
}

/** Chances of each part of the day; one in twenty is on record by its date and the part of the day alone. */
export interface Habits {
  readonly afterClose: number;
  readonly preMarket: number;
}

const WITHOUT_INSTANT = 0.05;

/** A moment on a session of the market; undefined where day 0 would come after the last session. */
export function drawMoment(
  random: SeededRandom,
  calendar: MarketCalendar,
  place: number,
  habits: Habits,
): DrawnMoment | undefined {
  const part = random.uniform();
  const timing: DrawnMoment['timing'] =
    part < habits.afterClose ? 'afterClose' : part < habits.afterClose + habits.preMarket ? 'preMarket' : 'intraday';
  const minutes = { afterClose: [1, 40], preMarket: [45, 150], intraday: [30, 150] }[timing] as [number, number];
  const away = wholeBetween(random, ...minutes) * MINUTE;
  const byDate = random.uniform() < WITHOUT_INSTANT && timing !== 'intraday';
  const [open, close] = [calendar.open(place), calendar.close(place)];
  const at = timing === 'afterClose' ? close + away : timing === 'preMarket' ? open - away : open + away;
  const said: MarketMoment = byDate ? { on: calendar.session(place), timing } : { at };
  const day0 = calendar.dayZero(said);
  if (day0 === undefined) return undefined;
  const moment: Moment = 'at' in said ? { at: new Date(at).toISOString() } : said;
  return { moment, day0, knownAt: calendar.latestInstant(said), timing, duringDay0: timing === 'intraday' };
}
