import type { RecordedEvent } from '@streakline/events';
import { exchange } from '@streakline/market-time';

/** What the events of an instrument say beside announcements, as far as their moments go. */
interface Said {
  readonly exDate: string;
  readonly from: string;
  readonly to?: string;
  readonly lastSession: string;
  readonly announcedOn?: string;
  readonly filedOn: string;
  readonly filedAt?: string;
  readonly sessions: string[];
  readonly close: number[];
  readonly volume?: number[];
  readonly knownAt?: string;
}

const calendar = exchange('XNYS');

/** What of an event was known at an instant, written from the definition of knownAt; null if nothing was. Raw bars on XNYS only. */
export function knownPart(event: RecordedEvent, at: number): RecordedEvent | null {
  const data = event.data as Said;
  if (event.type === 'BarsRecorded') return knownBars(event, data, at);
  if (event.type === 'HaltRecorded') return knownHalt(event, data, at);
  return knownAtOf(event, data) <= at ? event : null;
}

function knownBars(event: RecordedEvent, data: Said, at: number): RecordedEvent {
  const isKnown = (i: number) =>
    (data.knownAt === undefined ? calendar.hours(data.sessions[i]!).close : Date.parse(data.knownAt)) <= at;
  const keep = <T>(column?: T[]) => column?.filter((_, i) => isKnown(i));
  return {
    ...event,
    data: { ...data, sessions: keep(data.sessions), close: keep(data.close), volume: keep(data.volume) },
  };
}

/** The stop is known at its beginning, the resumption when it came. */
function knownHalt(event: RecordedEvent, { to, ...stop }: Said, at: number): RecordedEvent | null {
  if (Date.parse(stop.from) > at) return null;
  return to !== undefined && Date.parse(to) <= at ? event : { ...event, data: stop };
}

function knownAtOf({ type, knownAt }: RecordedEvent, data: Said): number {
  const { announcedOn } = data;
  switch (type) {
    case 'SplitRecorded':
    case 'DistributionRecorded':
      return announcedOn === undefined
        ? eveOf(data.exDate)
        : Math.min(eveOf(data.exDate), calendar.endOfDate(announcedOn));
    case 'DividendRecorded':
      return eveOf(data.exDate);
    case 'InstrumentRenamed':
      return eveOf(data.from);
    case 'DelistingRecorded':
      return announcedOn === undefined ? calendar.hours(data.lastSession).close : calendar.endOfDate(announcedOn);
    case 'ShareCountRecorded':
      return data.filedAt === undefined ? calendar.endOfDate(data.filedOn) : Date.parse(data.filedAt);
    case 'BarsRevised':
    case 'AnnouncementScheduled':
    case 'ObservationRecorded':
      return knownAt;
    default:
      // Who an instrument is, and what its users chose, is no news.
      return -Infinity;
  }
}

function eveOf(date: string): number {
  return calendar.hours(calendar.firstOnOrAfter(date)).open - 1;
}
