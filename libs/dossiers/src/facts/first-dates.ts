import type { AnnouncementRecord, Moment } from '@streakline/events';
import { dateOf } from './day-number';
import type { Dossier } from './dossier';
import type { FactOf, SmallFact } from './small-fact';

const DATE = 'YYYY-MM-DD'.length;

/** No fact recorded by `position` (and before the next such date's position) was public before this date began. */
export interface FirstDate {
  readonly position: number;
  /** YYYY-MM-DD, of wherever the fact belongs: it begins nowhere on Earth before it does in UTC+14. */
  readonly date: string;
}

/**
 * The earliest date of a dossier's news as it stood after each event that brought an earlier one, by position: at most a
 * few. Who an instrument is (its listing, classes, units, benchmarks, sectors) is no news.
 */
export function firstDatesOf(dossier: Dossier): readonly FirstDate[] {
  const dated = [...firstBars(dossier)];
  for (const fact of dossier.small.values()) {
    const date = dateOfNews(fact);
    if (date !== null) dated.push({ position: fact.position, date });
  }
  return descending(dated);
}

/** The same for an announcement: the records of its events. */
export function firstDatesOfRecords(
  events: readonly { readonly position: number; readonly record: AnnouncementRecord }[],
): readonly FirstDate[] {
  return descending(events.map(({ position, record }) => ({ position, date: firstMoment(record) })));
}

/** Those that were earlier than all recorded before them. */
function descending(dated: readonly FirstDate[]): readonly FirstDate[] {
  const byDate = [...dated].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.position - b.position));
  const first: FirstDate[] = [];
  for (const each of byDate) {
    const earlier = first.at(-1);
    if (earlier === undefined || each.position < earlier.position) first.push(each);
  }
  return first.reverse();
}

/** Of each delivery its first session, if none recorded before it had an earlier one; and when it says it was known, should that be earlier still. */
function firstBars({ bars }: Dossier): readonly FirstDate[] {
  const { deliveries } = bars;
  const first: FirstDate[] = [];
  let oldest = Infinity;
  for (let row = 0; row < deliveries.length; row++) {
    const position = deliveries.position[row]!;
    const knownAt = deliveries.knownAt[row]!;
    if (position < oldest) oldest = position;
    if (!Number.isNaN(knownAt)) first.push({ position, date: utcDate(knownAt) });
  }
  bars.sort();
  for (let row = 0, reached = Infinity; row < bars.length && reached > oldest; row++) {
    const position = bars.positionOf(row);
    if (position >= reached) continue;
    first.push({ position, date: dateOf(bars.day[row]!) });
    reached = position;
  }
  return first;
}

function dateOfNews(fact: SmallFact): string | null {
  switch (fact.kind) {
    case 'listing':
    case 'benchmark':
    case 'sector':
    case 'shareClasses':
    case 'unit':
      return null;
    case 'rename':
      return fact.from;
    case 'dividend':
      return fact.exDate;
    case 'split':
    case 'distribution':
      return fact.announcedOn !== null && fact.announcedOn < fact.exDate ? fact.announcedOn : fact.exDate;
    case 'delisting':
      return fact.announcedOn ?? fact.lastSession;
    case 'announcement':
      return firstMoment(fact.record);
    default:
      return dateOfFiling(fact);
  }
}

function dateOfFiling(fact: FactOf<'shareCount' | 'halt' | 'schedule' | 'observation'>): string {
  if (fact.kind === 'halt') return utcDate(fact.from);
  if (fact.kind !== 'shareCount') return utcDate(fact.knownAt);
  if (fact.filedAt !== null) return fact.filedAt.slice(0, DATE);
  return fact.filedOn ?? utcDate(fact.knownAt);
}

function firstMoment({ original, amendments }: AnnouncementRecord): string {
  let first = dateOfMoment(original.moment);
  for (const { moment } of amendments) {
    const date = dateOfMoment(moment);
    if (date < first) first = date;
  }
  return first;
}

/** Instants are written in UTC. */
function dateOfMoment(moment: Moment): string {
  return 'at' in moment ? moment.at.slice(0, DATE) : moment.on;
}

function utcDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, DATE);
}
