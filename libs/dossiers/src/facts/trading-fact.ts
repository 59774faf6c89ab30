import {
  type AnnouncementRecord,
  AnnouncementScheduled,
  DelistingRecorded,
  type delistingReasons,
  type distributionKinds,
  DistributionRecorded,
  HaltRecorded,
  ObservationRecorded,
  type RecordedEvent,
} from '@streakline/events';
import { canonical } from './canonical';
import type { Fact } from './fact';

/** Facts about how, and how long, an instrument trades, and about what is expected of it. Instants in epoch milliseconds. */
export type TradingFact =
  | (Fact<'halt'> & { from: number; to: number | null; reason: string | null })
  | (Fact<'delisting'> & Delisting)
  | (Fact<'distribution'> & Distribution)
  | (Fact<'schedule'> & Schedule)
  | (Fact<'observation'> & { of: string; at: number; value: number; unit: string; source: string; knownAt: number });

interface Delisting {
  lastSession: string;
  reason: (typeof delistingReasons)[number];
  cashPerShare: number | null;
  announcedOn: string | null;
}

interface Distribution {
  exDate: string;
  of: (typeof distributionKinds)[number];
  value: number;
  received: { readonly instrumentId: string; readonly perShare: number } | null;
  announcedOn: string | null;
}

interface Schedule {
  of: AnnouncementRecord['original']['kind'];
  period: string | null;
  moment: AnnouncementRecord['original']['moment'] | null;
  source: string | null;
  /** The event's own: a word on the future has no other date. */
  knownAt: number;
}

/** The fact of one of these kinds that an event holds, and the instrument it is about; null if it holds none. */
export function tradingFactOf(event: RecordedEvent): { instrumentId: string; fact: TradingFact } | null {
  const { position } = event;
  if (HaltRecorded.is(event)) {
    const { instrumentId, from, to, reason = null } = event.data;
    const until = to === undefined ? null : Date.parse(to);
    return { instrumentId, fact: { kind: 'halt', position, from: Date.parse(from), to: until, reason } };
  }
  if (DelistingRecorded.is(event)) {
    const { instrumentId, lastSession, reason, cashPerShare = null, announcedOn = null } = event.data;
    return { instrumentId, fact: { kind: 'delisting', position, lastSession, reason, cashPerShare, announcedOn } };
  }
  if (DistributionRecorded.is(event)) {
    const { instrumentId, exDate, kind: of, value, received, announcedOn = null } = event.data;
    const given = received === undefined ? null : canonical(received);
    return { instrumentId, fact: { kind: 'distribution', position, exDate, of, value, received: given, announcedOn } };
  }
  return expectationFactOf(event);
}

function expectationFactOf(event: RecordedEvent): { instrumentId: string; fact: TradingFact } | null {
  const { position, knownAt } = event;
  if (AnnouncementScheduled.is(event)) {
    const { instrumentId, kind: of, period = null, source = null } = event.data;
    const moment = canonical(event.data.moment);
    return { instrumentId, fact: { kind: 'schedule', position, of, period, moment, source, knownAt } };
  }
  if (ObservationRecorded.is(event)) {
    const { instrumentId, kind: of, value, unit, source } = event.data;
    const at = Date.parse(event.data.at);
    return { instrumentId, fact: { kind: 'observation', position, of, at, value, unit, source, knownAt } };
  }
  return null;
}

/** The year that such a fact is kept under. */
export function yearOfTradingFact(fact: TradingFact): number {
  switch (fact.kind) {
    case 'halt':
      return new Date(fact.from).getUTCFullYear();
    case 'delisting':
      return Number(fact.lastSession.slice(0, 4));
    case 'distribution':
      return Number(fact.exDate.slice(0, 4));
    case 'schedule':
      return new Date(fact.knownAt).getUTCFullYear();
    case 'observation':
      return new Date(fact.at).getUTCFullYear();
  }
}
