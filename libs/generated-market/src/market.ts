import type { NewEvent } from '@streakline/events';
import { MarketCalendar } from './calendar';
import { type Company, drawCompany } from './company/company';
import { endOf } from './company/life';
import { barsEvents } from './events/bars-events';
import { dataFault } from './events/data-fault';
import { indexBars, indexInstrument } from './events/index-instrument';
import { lifeEvents } from './events/life-events';
import { type Listed, listed, placed } from './events/listing-events';
import { type AnnouncedNews, announcedNews } from './events/news-events';
import { type MarketOptions, marketSessions } from './market-options';
import { drawNews } from './news/draw-news';
import type { News } from './news/news';
import { marketFactors } from './returns/market-factors';
import { drawTape } from './tape/draw-tape';
import type { Tape } from './tape/tape';

/** One instrument, with what is said of it: in its own stream in order of time, of its symbol, its bars, its announcements. */
export interface GeneratedInstrument {
  readonly listed: Listed;
  /** The listing, then everything else in order of the instants at which it was public. */
  readonly own: readonly NewEvent[];
  readonly symbol: NewEvent;
  readonly bars: readonly NewEvent[];
  readonly announcements: readonly AnnouncedNews[];
  /** What it was made of; null for the index. */
  readonly drawn: { readonly company: Company; readonly news: readonly News[]; readonly tape: Tape } | null;
}

/**
 * Makes a market, an instrument at a time: the index first, then the companies. The same options give the same events,
 * and none of it needs more memory than one instrument's life.
 *
 * @throws GeneratedMarketError `invalidOption`
 */
export function* generateInstruments(options: MarketOptions): Generator<GeneratedInstrument, void> {
  const calendar = new MarketCalendar(marketSessions(options));
  const factors = marketFactors(options.seed, calendar.length);
  const start = calendar.open(0) - 1;
  const [listing, symbol] = listed(indexInstrument, start) as [NewEvent, NewEvent];
  const bars = indexBars(options.seed, factors, calendar);
  yield { listed: indexInstrument, own: [listing], symbol, bars, announcements: [], drawn: null };
  const companies = Array.from({ length: options.instruments }, (_, at) =>
    drawCompany(options.seed, at + 1, calendar.length),
  );
  const counts = shareOut(options.announcements, companies, calendar.length);
  for (const [at, company] of companies.entries()) {
    const news = drawNews(options.seed, company, counts[at]!, calendar);
    const tape = drawTape(options.seed, company, news, calendar, factors);
    yield toldOf(company, news, tape, calendar, options.faults);
  }
}

function toldOf(
  company: Company,
  news: readonly News[],
  tape: Tape,
  calendar: MarketCalendar,
  faults: number,
): GeneratedInstrument {
  const at = calendar.open(company.life.first) - 1;
  const [listing, symbol] = listed(company, at) as [NewEvent, NewEvent];
  const announcements = announcedNews(company, news, tape, calendar);
  const later = [
    ...placed(company, indexInstrument.instrumentId, at),
    ...lifeEvents(company, tape, calendar),
    ...announcements.flatMap(({ before }) => before),
  ];
  later.sort((a, b) => (a.knownAt ?? 0) - (b.knownAt ?? 0));
  const fault = company.number <= faults ? dataFault(company.number, tape, calendar) : null;
  const bars = barsEvents(company.instrumentId, tape, calendar, fault);
  return { listed: company, own: [listing, ...later], symbol, bars, announcements, drawn: { company, news, tape } };
}

/** By the lengths of their lives, so that the sum is what was asked for. */
function shareOut(announcements: number, companies: readonly Company[], sessions: number): readonly number[] {
  const lengths = companies.map(({ life }) => endOf(life, sessions) - life.first);
  const all = lengths.reduce((sum, one) => sum + one, 0);
  let [before, given] = [0, 0];
  return lengths.map((length) => {
    before += length;
    const upTo = Math.round((announcements * before) / all);
    const count = upTo - given;
    given = upTo;
    return count;
  });
}
