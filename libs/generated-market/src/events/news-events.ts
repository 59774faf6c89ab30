import {
  AnnouncementMade,
  AnnouncementScheduled,
  idOf,
  type NewEvent,
  ObservationRecorded,
  type Terms,
} from '@streakline/events';
import type { MarketCalendar } from '../calendar';
import type { Company } from '../company/company';
import type { EarningsNews, News, OtherNews } from '../news/news';
import { planted } from '../planted';
import type { Tape } from '../tape/tape';
import { SOURCE } from './bars-events';

/** Of the price, what a quarter is expected to earn. */
const QUARTERLY_YIELD = 0.012;
/** Sessions before a report at which its date is announced. */
const SCHEDULED_BEFORE = 15;
/** Sessions before the date first named at which the report is put off. */
const MOVED_BEFORE = 3;
const HOUR = 3_600_000;

/** An announcement's stream of its own, with what is said of it in the instrument's. */
export interface AnnouncedNews {
  readonly announcementId: string;
  readonly made: NewEvent;
  /** Its schedule, and what was observed before it. */
  readonly before: readonly NewEvent[];
}

export function announcedNews(
  company: Company,
  news: readonly News[],
  tape: Tape,
  calendar: MarketCalendar,
): readonly AnnouncedNews[] {
  const closes = lastCloses(tape, calendar.length);
  return news.map((one, index) => {
    const base = one.day0 - 1;
    const externalId = `${company.symbol}-${index + 1}`;
    const id = idOf('ann', ['external', SOURCE, externalId]);
    const original = termsOf(company, one, closes[base]!, tape, calendar.session(base));
    const announcement = { id, source: SOURCE, externalId, original, amendments: [] };
    const made = AnnouncementMade.create({ announcement, formerInstruments: [] }, one.knownAt);
    return { announcementId: id, made, before: one.kind === 'earnings' ? beforeReport(company, one, calendar) : [] };
  });
}

function termsOf(company: Company, news: News, price: number, tape: Tape, estimatedOn: string): Terms {
  const subjects: Terms['subjects'] = [{ instrumentId: company.instrumentId, role: 'issuer' }];
  const common = { moment: news.moment, subjects, amounts: [], sources: [], relations: [] };
  if (news.kind === 'earnings') return { ...common, ...reportOf(company, news, price, estimatedOn) };
  if (news.kind !== 'takeover') return { ...common, kind: news.kind, headline: headlineOf(company, news) };
  const headline = `${company.name} agrees to be bought`;
  const value = Math.round((tape.takeoverPrice ?? price) * (tape.shareCounts.at(-1)?.shares ?? company.firstShares));
  const amount = { label: 'Price of all shares', value, currency: 'USD', certainty: 'conditional' as const };
  const target: Terms['subjects'] = [{ instrumentId: company.instrumentId, role: 'target' }];
  return { ...common, kind: 'deal', headline, subjects: target, amounts: [amount] };
}

/** The figures tell the surprise: (actual - expected) / expected is a tenth of it. */
function reportOf(company: Company, { period, surprise }: EarningsNews, price: number, on: string) {
  const expected = Math.max(0.0001, round(price * QUARTERLY_YIELD));
  const actual = round(expected * (1 + planted.surpriseShare * surprise));
  const eps = {
    metric: 'eps',
    basis: 'adjusted',
    unit: 'USD/share',
    actual,
    expected: { value: expected, source: 'consensus', on },
  };
  return { kind: 'earnings' as const, headline: `${company.name} reports ${period}`, period, measures: [eps] };
}

function beforeReport({ instrumentId }: Company, news: EarningsNews, calendar: MarketCalendar): readonly NewEvent[] {
  const reported = news.timing === 'afterClose' ? news.day0 - 1 : news.day0;
  const told = calendar.close(Math.max(0, reported - SCHEDULED_BEFORE)) + HOUR;
  const first = reported - news.movedBy;
  const scheduled = (place: number, knownAt: number) => {
    const moment = { on: calendar.session(place), timing: news.timing };
    const data = { instrumentId, kind: 'earnings' as const, period: news.period, moment, source: 'issuer' };
    return AnnouncementScheduled.create(data, knownAt);
  };
  const at = calendar.close(news.day0 - 1);
  // Half a standard deviation either way: what the market expects to move is itself a guess.
  const value = round(planted.earnings.day0 * (1 + 0.5 * Math.sin(news.day0 * 12.9898)));
  const seen = { instrumentId, kind: 'impliedMove', at: new Date(at).toISOString(), value, unit: 'fraction' };
  return [
    scheduled(first, told),
    ...(news.movedBy === 0 ? [] : [scheduled(reported, calendar.close(first - MOVED_BEFORE) + HOUR)]),
    ObservationRecorded.create({ ...seen, source: SOURCE }, at),
  ];
}

function headlineOf({ name }: Company, { kind }: OtherNews): string {
  const words = {
    deal: 'signs a contract with a customer',
    guidance: 'changes what it expects of the year',
    leadership: 'has a new chief executive',
    product: 'brings out a product',
    regulatory: 'hears from its regulator',
    funding: 'places a bond',
  };
  return `${name} ${words[kind]}`;
}

/** By place, the last close up to it. */
function lastCloses({ bars }: Tape, sessions: number): Float64Array {
  const closes = new Float64Array(sessions);
  let at = 0;
  let last = bars[0]?.close ?? 1;
  for (let place = 0; place < sessions; place++) {
    if (bars[at]?.place === place) last = bars[at++]!.close;
    closes[place] = last;
  }
  return closes;
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
