import { isDeepStrictEqual } from 'node:util';
import {
  AnnouncementAmended,
  AnnouncementCorrected,
  AnnouncementMade,
  AnnouncementMeasured,
  type AnnouncementRecord,
  AnnouncementRetracted,
  type InstrumentId,
  type Measure,
  type Moment,
} from '@streakline/events';
import type { EventStore } from '@streakline/event-store';
import type { Exchange } from '@streakline/market-time';
import { marketMoment } from './moment-of-row';

/** What a row is compared with: an announcement of its issuer, recorded before or by an earlier row. */
export interface ActOnRecord {
  readonly id: string;
  readonly kind: AnnouncementRecord['original']['kind'];
  readonly moment: Moment;
  readonly period: string | null;
  readonly measures: readonly Measure[];
  readonly source: string | null;
  readonly externalId: string | null;
  /** The row that recorded it; null: it was on record before. */
  readonly line: number | null;
}

const types = [
  AnnouncementMade,
  AnnouncementAmended,
  AnnouncementCorrected,
  AnnouncementMeasured,
  AnnouncementRetracted,
];

/** The announcements that an instrument made, as they stand; those that are retracted are none. */
export async function actsOnRecord(store: EventStore, instrumentId: InstrumentId): Promise<ActOnRecord[]> {
  const records = new Map<string, AnnouncementRecord>();
  for await (const events of store.readRaw({ keys: [instrumentId], types: types.map(({ name }) => name) })) {
    for (const event of events) {
      const { announcement } = JSON.parse(event.json) as { announcement: AnnouncementRecord };
      records.set(announcement.id, announcement);
    }
  }
  return [...records.values()].filter((record) => isIssuer(record, instrumentId)).map(actOf);
}

function isIssuer({ original, retraction }: AnnouncementRecord, instrumentId: InstrumentId): boolean {
  if (retraction !== undefined) return false;
  return original.subjects.some(
    (subject) => 'instrumentId' in subject && subject.instrumentId === instrumentId && subject.role === 'issuer',
  );
}

function actOf({ id, source, externalId, original }: AnnouncementRecord): ActOnRecord {
  const { kind, moment, period, measures = [] } = original;
  const named = { period: period ?? null, source: source ?? null, externalId: externalId ?? null };
  return { id, kind, moment, measures, ...named, line: null };
}

/** An announcement to be found among those on record. */
export interface ActSought {
  readonly kind: ActOnRecord['kind'];
  readonly moment: Moment;
  readonly period: string | null;
  readonly source: string;
  readonly externalId: string;
}

/**
 * The act on record that a row tells of: the one of its natural key, else, of earnings, one whose day 0 is the same or the
 * next to it. A filing may follow its press release by a night, and calendars differ by a day; nobody reports twice in
 * two sessions. Of other kinds there may be several a day.
 */
export function findAct(acts: readonly ActOnRecord[], sought: ActSought, exchange: Exchange): ActOnRecord | undefined {
  const own = acts.find(({ source, externalId }) => source === sought.source && externalId === sought.externalId);
  if (own !== undefined || sought.kind !== 'earnings') return own;
  const place = dayZeroPlace(sought.moment, exchange);
  const near = acts.filter(
    ({ kind, period, moment }) =>
      kind === sought.kind &&
      (period === null || sought.period === null || period === sought.period) &&
      Math.abs(dayZeroPlace(moment, exchange) - place) <= 1,
  );
  return near.find(({ moment }) => dayZeroPlace(moment, exchange) === place) ?? near[0];
}

export function dayZeroPlace(moment: Moment, exchange: Exchange): number {
  return exchange.ordinal(exchange.dayZero(marketMoment(moment)).day0);
}

/** Whether all that a measure of the act's own period says is on record of it: then nothing need be decided. */
export function isMeasured({ measures, period }: ActOnRecord, said: Measure): boolean {
  const known = measures.find(
    (one) => one.metric === said.metric && one.basis === said.basis && (one.period ?? period) === period,
  );
  return known !== undefined && isDeepStrictEqual({ ...known, ...said }, known);
}
