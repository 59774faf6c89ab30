import {
  DelistingRecorded,
  DistributionRecorded,
  DividendRecorded,
  HaltRecorded,
  type NewEvent,
  ShareCountRecorded,
  SplitRecorded,
} from '@streakline/events';
import type { MarketCalendar } from '../calendar';
import type { Company } from '../company/company';
import type { DrawnShareCount, Tape } from '../tape/tape';

const MINUTE = 60_000;
/** Sessions before the last at which the end of a listing is announced. */
const NOTICE = 5;

/** Everything that happened to the shares beside their trading, each with the instant at which it was public. */
export function lifeEvents(company: Company, tape: Tape, calendar: MarketCalendar): readonly NewEvent[] {
  const { instrumentId } = company;
  const on = (place: number) => calendar.session(place);
  const splits = tape.splits.map(({ ex, announced, from, to }) =>
    SplitRecorded.create(
      { instrumentId, exDate: on(ex), from, to, announcedOn: on(announced) },
      calendar.endOfDate(announced),
    ),
  );
  const dividends = tape.dividends.map(({ ex, amount }) =>
    DividendRecorded.create({ instrumentId, exDate: on(ex), amount }, calendar.open(ex) - 1),
  );
  const distributions = tape.distributions.map(({ ex, announced, kind, value }) =>
    DistributionRecorded.create(
      { instrumentId, exDate: on(ex), kind, value, announcedOn: on(announced) },
      calendar.endOfDate(announced),
    ),
  );
  const halts = tape.halts.map(({ from, to, reason }) =>
    HaltRecorded.create({ instrumentId, from: instant(from), to: instant(to), reason }, to),
  );
  const counts = tape.shareCounts.map((count) => shareCount(company, count, calendar));
  return [...splits, ...dividends, ...distributions, ...halts, ...counts, ...delisting(company, tape, calendar)];
}

/** Every other company's filings are on record by their instants, those of the rest by their dates. */
function shareCount(
  { instrumentId, number }: Company,
  { countedOn, filed, shares }: DrawnShareCount,
  calendar: MarketCalendar,
): NewEvent {
  const common = { instrumentId, countedOn, shares, source: '10-Q' };
  if (number % 2 === 0)
    return ShareCountRecorded.create({ ...common, filedOn: calendar.session(filed) }, calendar.endOfDate(filed));
  const at = calendar.close(filed) + 15 * MINUTE;
  return ShareCountRecorded.create({ ...common, filedAt: instant(at) }, at);
}

/** A failure pays what is left in three cases of ten, nothing in two; in the others nobody recorded what. */
function delisting({ instrumentId, number, life }: Company, tape: Tape, calendar: MarketCalendar): readonly NewEvent[] {
  const { ending } = life;
  if (ending === null) return [];
  const announced = ending.last - NOTICE;
  const dates = { lastSession: calendar.session(ending.last), announcedOn: calendar.session(announced) };
  const knownAt = calendar.endOfDate(announced);
  if (ending.kind === 'acquisition') {
    const cash = tape.takeoverPrice === null ? {} : { cashPerShare: tape.takeoverPrice };
    return [DelistingRecorded.create({ instrumentId, ...dates, reason: 'acquisition', ...cash }, knownAt)];
  }
  const last = tape.bars.at(-1)?.close ?? 0;
  const chance = number % 10;
  const cash = chance < 3 ? { cashPerShare: Math.round(last * 50) / 100 } : chance < 5 ? { cashPerShare: 0 } : {};
  const reason = chance >= 3 && chance < 5 ? 'bankruptcy' : 'performance';
  return [DelistingRecorded.create({ instrumentId, ...dates, reason, ...cash }, knownAt)];
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
