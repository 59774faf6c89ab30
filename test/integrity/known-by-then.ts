import {
  type AnnouncementRecord,
  AnnouncementScheduled,
  ArticleCorrected,
  ArticleRecorded,
  BarsRecorded,
  BarsRevised,
  DelistingRecorded,
  DistributionRecorded,
  DividendRecorded,
  HaltRecorded,
  InstrumentListed,
  InstrumentRenamed,
  type Moment,
  type NewEvent,
  ObservationRecorded,
  type RecordedEvent,
  ShareCountRecorded,
  SplitRecorded,
  type Subject,
} from '@streakline/events';
import { exchange } from '@streakline/market-time';

/**
 * The rules of docs/glossary.md on when facts became public, told once more and for themselves: what is tested here
 * must not judge itself. All instruments trade in New York.
 */
const newYork = exchange('XNAS');
const eveOf = (date: string) => newYork.hours(newYork.firstOnOrAfter(date)).open - 1;
const closeOf = (session: string) => newYork.hours(session).close;
const announced = (exDate: string, announcedOn: string | undefined) =>
  announcedOn === undefined ? eveOf(exDate) : Math.min(eveOf(exDate), newYork.endOfDate(announcedOn));

/** Stands where an event was that nobody had learnt of, so that positions stay. */
function nothing(event: RecordedEvent): RecordedEvent {
  return { ...event, type: 'SomethingElseHappened', typeVersion: 1, data: {}, keys: [] };
}

/**
 * A history as it would have been recorded, had nothing become public after an instant: facts known later are left out
 * of their events, events without any other are replaced by ones that say nothing. Prices that were told adjusted are told
 * as traded: a delivery of today may have later splits in its figures, which were traded without them.
 */
export function asKnownBy(events: readonly RecordedEvent[], asOf: number): readonly RecordedEvent[] {
  const acts = publicActs(events, asOf);
  const ladder = new Ladder(events);
  return events.map((event) => {
    if (event.type.startsWith('Announcement') && 'announcement' in (event.data as object))
      return announcementThen(event, acts);
    if (BarsRecorded.is(event) || BarsRevised.is(event)) return barsThen(event, asOf, ladder);
    if (HaltRecorded.is(event)) return haltThen(event, asOf);
    return knownAt(event) <= asOf ? event : nothing(event);
  });
}

const NO_NEWS: ReadonlySet<string> = new Set([
  ...['SomethingElseHappened', 'InstrumentListed', 'BenchmarkAssigned', 'InstrumentClassified'],
  ...['ShareClassesRecorded', 'UnitRecorded'],
]);

/** Whether it tells news, and not only who an instrument is. */
export function isNews({ type }: RecordedEvent): boolean {
  return !NO_NEWS.has(type);
}

function knownAt(event: RecordedEvent): number {
  if (SplitRecorded.is(event) || DistributionRecorded.is(event))
    return announced(event.data.exDate, event.data.announcedOn);
  if (DividendRecorded.is(event)) return eveOf(event.data.exDate);
  if (InstrumentRenamed.is(event)) return eveOf(event.data.from);
  if (ShareCountRecorded.is(event)) {
    const { filedAt, filedOn } = event.data;
    if (filedAt !== undefined) return Date.parse(filedAt);
    return filedOn === undefined ? event.knownAt : newYork.endOfDate(filedOn);
  }
  if (DelistingRecorded.is(event)) {
    const { announcedOn, lastSession } = event.data;
    return announcedOn === undefined ? closeOf(lastSession) : newYork.endOfDate(announcedOn);
  }
  if (AnnouncementScheduled.is(event) || ObservationRecorded.is(event)) return event.knownAt;
  if (ArticleRecorded.is(event) || ArticleCorrected.is(event))
    return latestInstant(event.data.article.published, false);
  // A listing, its classes and units, a benchmark, a sector: said or chosen here, and no news of the world.
  return -Infinity;
}

function haltThen(event: RecordedEvent<string, { from: string; to?: string | undefined }>, asOf: number) {
  const { from, to, ...rest } = event.data;
  if (Date.parse(from) > asOf) return nothing(event);
  return to !== undefined && Date.parse(to) > asOf ? { ...event, data: { ...rest, from } } : event;
}

type Bars = Parameters<typeof BarsRecorded.create>[0];

function barsThen(event: RecordedEvent<string, Bars>, asOf: number, ladder: Ladder): RecordedEvent {
  const { sessions, basisAsOf, close, open, high, low, volume, knownAt: stated, ...rest } = event.data;
  const isPublic = (session: string) => {
    if (BarsRevised.is(event)) return event.knownAt <= asOf;
    return (stated === undefined ? closeOf(session) : Date.parse(stated)) <= asOf;
  };
  const kept = [...sessions.keys()].filter((i) => isPublic(sessions[i] ?? ''));
  if (kept.length === 0) return nothing(event);
  const shares = sessions.map((session) => ladder.between(rest.instrumentId, session, basisAsOf));
  const column = (values: readonly (number | null)[] | undefined, factor: (i: number) => number) =>
    values && kept.map((i) => (values[i] === null ? null : (values[i] ?? 0) * factor(i)));
  const price = (i: number) => shares[i] ?? 1;
  const data = {
    ...{ ...rest, basisAsOf: null, sessions: kept.map((i) => sessions[i]), close: column(close, price) },
    ...{ open: column(open, price), high: column(high, price), low: column(low, price) },
    ...{ volume: column(volume, (i) => 1 / price(i)), ...(stated === undefined ? {} : { knownAt: stated }) },
  };
  return { ...event, data };
}

/** The splits that stand in a history, of each instrument and ex-date the one known and recorded last. */
class Ladder {
  private readonly splits = new Map<string, RecordedEvent<string, { exDate: string; from: number; to: number }>>();

  constructor(events: readonly RecordedEvent[]) {
    for (const event of events) {
      if (!SplitRecorded.is(event)) continue;
      const key = `${event.data.instrumentId} ${event.data.exDate}`;
      const other = this.splits.get(key);
      if (other === undefined || knownAt(event) >= knownAt(other)) this.splits.set(key, event);
    }
  }

  /** Shares that one share of a session has become by another date; 1 where prices are as traded. */
  between(instrumentId: string, session: string, basisAsOf: string | null): number {
    let shares = 1;
    for (const [key, { data }] of this.splits) {
      const isBetween = basisAsOf !== null && session < data.exDate && data.exDate <= basisAsOf;
      if (key.startsWith(instrumentId) && isBetween) shares *= data.to / data.from;
    }
    return shares;
  }
}

interface AnnouncementData {
  readonly announcement: AnnouncementRecord;
  readonly amendmentId?: string;
  readonly measured?: string;
  readonly corrected?: string;
}

/** Of each announcement, as it was recorded last, the acts that were public. One whose original was not has none. */
function publicActs(events: readonly RecordedEvent[], asOf: number): ReadonlySet<string> {
  const standing = new Map<string, AnnouncementRecord>();
  for (const { data } of events) {
    const { announcement } = data as Partial<AnnouncementData>;
    if (announcement) standing.set(announcement.id, announcement);
  }
  const acts = new Set<string>();
  const listed = new Set(events.filter(InstrumentListed.is).map(({ data }) => data.instrumentId));
  const instantOf = (moment: Moment, subjects: readonly Subject[]) =>
    latestInstant(
      moment,
      subjects.some((subject) => 'instrumentId' in subject && listed.has(subject.instrumentId)),
    );
  for (const { id, original, amendments } of standing.values()) {
    let { subjects } = original;
    if (instantOf(original.moment, subjects) > asOf) continue;
    acts.add(id);
    for (const amendment of amendments) {
      if (instantOf(amendment.moment, amendment.subjects ?? subjects) > asOf) continue;
      subjects = amendment.subjects ?? subjects;
      acts.add(amendment.id);
    }
  }
  return acts;
}

/** Of a date without an exchange, the end of it in the last place on Earth. */
function latestInstant(moment: Moment, isListed: boolean): number {
  if ('at' in moment) return Date.parse(moment.at);
  if (!isListed) return Date.parse(`${moment.on}T23:59:59.999-12:00`);
  return newYork.latestInstant({ on: moment.on, ...(moment.timing === undefined ? {} : { timing: moment.timing }) });
}

function announcementThen(event: RecordedEvent, acts: ReadonlySet<string>): RecordedEvent {
  const data = event.data as AnnouncementData;
  const { announcement } = data;
  if (!acts.has(announcement.id) || !acts.has(data.amendmentId ?? data.measured ?? data.corrected ?? announcement.id))
    return nothing(event);
  const amendments = announcement.amendments.filter(({ id }) => acts.has(id));
  return { ...event, data: { ...data, announcement: { ...announcement, amendments } } };
}

/** To be appended as it was recorded. */
export function newEventOf({
  id,
  type,
  typeVersion,
  data,
  keys,
  knownAt: at,
}: RecordedEvent): NewEvent & { id: string } {
  return { id, type, typeVersion, data, keys, knownAt: at };
}
