import type { SeededRandom } from '@streakline/event-study';
import type { MarketCalendar } from '../calendar';
import { type Company, randomOf } from '../company/company';
import { endOf } from '../company/life';
import { planted } from '../planted';
import { fatTailed, normal, wholeBetween } from '../returns/fat-tails';
import { drawMoment } from './moment';
import type { EarningsNews, News, OtherNews, TakeoverNews } from './news';
import { daysAfter, quartersIn } from './quarters';

/** Of a company's announcements, the share that are reports, as far as it has quarters to report on. */
const SHARE_OF_REPORTS = 0.8;
/** Sessions after the first, before which nothing is reported: a schedule and an estimate come before each report. */
const FIRST_REPORT = 30;
/** Of the reports, those that come later than was first scheduled. */
const SHARE_MOVED = 0.05;
const REPORTS = { afterClose: 0.6, preMarket: 0.35 };
const OTHERS = { afterClose: 0.3, preMarket: 0.4 };
const TAKEOVERS = { afterClose: 0, preMarket: 1 };
const KINDS = ['deal', 'guidance', 'leadership', 'product', 'regulatory', 'funding'] as const;

/** A company's announcements, `count` of them as a rule, in order of their instants, not two of one day 0. */
export function drawNews(seed: number, company: Company, count: number, calendar: MarketCalendar): readonly News[] {
  const random = randomOf(seed, company.number, 'news');
  const { first, ending } = company.life;
  const end = ending === null ? endOf(company.life, calendar.length) : ending.from;
  const takeover = ending?.kind === 'acquisition' && count > 0 ? takeoverOf(random, calendar, ending.from) : [];
  const wanted = Math.round((count - takeover.length) * SHARE_OF_REPORTS);
  const moves = randomOf(seed, company.number, 'schedules');
  const reports = reportsOf(random, company, calendar, { first: first + FIRST_REPORT, end, wanted }).map((report) => ({
    ...report,
    movedBy: moves.uniform() < SHARE_MOVED ? wholeBetween(moves, 1, 5) : 0,
  }));
  const taken = new Set(reports.map(({ day0 }) => day0));
  const others = othersOf(random, calendar, { first: first + 5, end, taken }, count - takeover.length - reports.length);
  return [...reports, ...others, ...takeover].sort((a, b) => a.knownAt - b.knownAt);
}

interface Span {
  readonly first: number;
  /** Place after the last. */
  readonly end: number;
}

/** On as many quarters as are wanted, evenly among those there are. */
function reportsOf(
  random: SeededRandom,
  company: Company,
  calendar: MarketCalendar,
  { first, end, wanted }: Span & { readonly wanted: number },
): readonly Omit<EarningsNews, 'movedBy'>[] {
  const quarters = quartersIn(calendar.session(0), calendar.session(end - 1)).flatMap(({ period, end: last }) => {
    const place = calendar.onOrAfter(daysAfter(last, company.reportLag + wholeBetween(random, -3, 3)));
    return place === undefined || place < first || place >= end - 1 ? [] : [{ period, place }];
  });
  const count = Math.min(wanted, quarters.length);
  return Array.from({ length: count }, (_, at) => quarters[Math.floor((at * quarters.length) / count)]!).flatMap(
    ({ period, place }) => {
      const most = planted.earnings.mostSurprise;
      const surprise = Math.max(-most, Math.min(most, normal(random)));
      const drawn = drawMoment(random, calendar, place, REPORTS);
      return drawn === undefined ? [] : [{ ...drawn, kind: 'earnings' as const, period, surprise }];
    },
  );
}

function othersOf(
  random: SeededRandom,
  calendar: MarketCalendar,
  { first, end, taken }: Span & { readonly taken: Set<number> },
  count: number,
): readonly OtherNews[] {
  const news: OtherNews[] = [];
  // A life can be too crowded for days of their own: then some are not made.
  for (let tries = 0; news.length < count && tries < 20 * count; tries++) {
    const place = wholeBetween(random, first, Math.max(first, end - 3));
    const drawn = drawMoment(random, calendar, place, OTHERS);
    const kind = KINDS[random.below(KINDS.length)]!;
    const jump = 0.02 * fatTailed(random, 5);
    if (drawn === undefined || drawn.day0 >= end || taken.has(drawn.day0)) continue;
    taken.add(drawn.day0);
    news.push({ ...drawn, kind, jump });
  }
  return news;
}

/** Before the open of its day 0, whose price is the bidder's from then on. */
function takeoverOf(random: SeededRandom, calendar: MarketCalendar, place: number): readonly TakeoverNews[] {
  const drawn = drawMoment(random, calendar, place, TAKEOVERS);
  return drawn === undefined ? [] : [{ ...drawn, kind: 'takeover' }];
}
