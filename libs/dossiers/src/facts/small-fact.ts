import {
  type AnnouncementRecord,
  AnnouncementAmended,
  AnnouncementCorrected,
  AnnouncementMade,
  AnnouncementMeasured,
  AnnouncementRetracted,
  BenchmarkAssigned,
  DividendRecorded,
  InstrumentClassified,
  InstrumentListed,
  InstrumentRenamed,
  type RecordedEvent,
  ShareCountRecorded,
  SplitRecorded,
} from '@streakline/events';
import { canonical } from './canonical';
import { type ClassFact, classFactOf } from './class-fact';
import type { Fact } from './fact';
import { type TradingFact, tradingFactOf, yearOfTradingFact } from './trading-fact';

/** Facts that come one an event. Undated ones live under year 0. `position` is that of their event. */
export type SmallFact =
  | (Fact<'listing'> & {
      symbol: string;
      mic: string;
      name: string;
      currency: string;
      issuer: string | null;
      cik: string | null;
    })
  | (Fact<'rename'> & { symbol: string; mic: string; from: string })
  | (Fact<'split'> & { exDate: string; from: number; to: number; announcedOn: string | null })
  | (Fact<'dividend'> & { exDate: string; amount: number })
  | (Fact<'shareCount'> & ShareCount)
  | (Fact<'benchmark'> & { benchmarkId: string; role: 'market' | 'sector' | 'peer'; from: string | null })
  | (Fact<'sector'> & { scheme: string; code: string; name: string | null; from: string | null })
  | (Fact<'announcement'> & { record: AnnouncementRecord })
  | ClassFact
  | TradingFact;

interface ShareCount {
  countedOn: string;
  shares: number;
  filedOn: string | null;
  filedAt: string | null;
  /** The event's own, for a count whose filing has no date. */
  knownAt: number;
  source: string | null;
  /** Absent: the instrument's own. */
  shareClass?: string;
}

export type FactOf<Kind extends SmallFact['kind']> = Extract<SmallFact, { kind: Kind }>;

/** The fact that an event holds about an instrument; null if it holds none. Its form does not depend on the order of the event's own fields. */
export function smallFactOf(instrumentId: string, event: RecordedEvent): SmallFact | null {
  if (isAnnouncement(event)) {
    if (!event.keys.includes(instrumentId)) return null;
    return { kind: 'announcement', position: event.position, record: canonical(event.data.announcement) };
  }
  const fact = instrumentFactOf(event) ?? tradingFactOf(event) ?? classFactOf(event);
  return fact?.instrumentId === instrumentId ? fact.fact : null;
}

const announcementTypes: ReadonlySet<string> = new Set(
  [AnnouncementMade, AnnouncementAmended, AnnouncementMeasured, AnnouncementCorrected, AnnouncementRetracted].map(
    ({ name }) => name,
  ),
);

function isAnnouncement(event: RecordedEvent): event is RecordedEvent<string, { announcement: AnnouncementRecord }> {
  return announcementTypes.has(event.type);
}

function instrumentFactOf(event: RecordedEvent): { instrumentId: string; fact: SmallFact } | null {
  const { position } = event;
  if (InstrumentListed.is(event)) {
    const { instrumentId, symbol, mic, name, currency, issuer = null, cik = null } = event.data;
    return { instrumentId, fact: { kind: 'listing', position, symbol, mic, name, currency, issuer, cik } };
  }
  if (InstrumentRenamed.is(event)) {
    const { instrumentId, symbol, mic, from } = event.data;
    return { instrumentId, fact: { kind: 'rename', position, symbol, mic, from } };
  }
  if (BenchmarkAssigned.is(event)) {
    const { instrumentId, benchmarkId, role, from = null } = event.data;
    return { instrumentId, fact: { kind: 'benchmark', position, benchmarkId, role, from } };
  }
  if (InstrumentClassified.is(event)) {
    const { instrumentId, scheme, code, name = null, from = null } = event.data;
    return { instrumentId, fact: { kind: 'sector', position, scheme, code, name, from } };
  }
  return capitalFactOf(event);
}

function capitalFactOf(event: RecordedEvent): { instrumentId: string; fact: SmallFact } | null {
  const { position, knownAt } = event;
  if (SplitRecorded.is(event)) {
    const { instrumentId, exDate, from, to, announcedOn = null } = event.data;
    return { instrumentId, fact: { kind: 'split', position, exDate, from, to, announcedOn } };
  }
  if (DividendRecorded.is(event)) {
    const { instrumentId, exDate, amount } = event.data;
    return { instrumentId, fact: { kind: 'dividend', position, exDate, amount } };
  }
  if (ShareCountRecorded.is(event)) {
    const { instrumentId, countedOn, shares, filedOn = null, filedAt = null, source = null } = event.data;
    const { shareClass } = event.data;
    const count = { countedOn, shares, filedOn, filedAt, knownAt, source };
    const ofClass = shareClass === undefined ? {} : { shareClass };
    return { instrumentId, fact: { kind: 'shareCount', position, ...count, ...ofClass } };
  }
  return null;
}

/** The year a fact is kept under. It depends on the fact alone, so the order of arrival cannot move it. */
export function yearOfFact(fact: SmallFact): number {
  switch (fact.kind) {
    case 'listing':
    case 'rename':
    case 'benchmark':
    case 'sector':
    case 'shareClasses':
    case 'unit':
      return 0;
    case 'split':
    case 'dividend':
      return Number(fact.exDate.slice(0, 4));
    case 'shareCount':
      return Number(fact.countedOn.slice(0, 4));
    case 'announcement': {
      const { moment } = fact.record.original;
      return Number(('at' in moment ? moment.at : moment.on).slice(0, 4));
    }
    default:
      return yearOfTradingFact(fact);
  }
}
