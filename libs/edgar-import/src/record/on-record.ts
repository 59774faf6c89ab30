import {
  AnnouncementCorrected,
  type AnnouncementId,
  type AnnouncementRecord,
  idOf,
  type Moment,
  type Source,
} from '@streakline/events';
import { announcementStream } from '@streakline/announcements';
import { EDGAR_PUBLISHER, type PlannedAnnouncement, type TimeCertainty } from '@streakline/edgar';
import type { EventStore } from '@streakline/event-store';

/** Who says what filings say; with the accession number the natural key of their announcements. */
export const EDGAR_SOURCE = 'sec-edgar';
/** Corrections that begin so are an import's own: others are somebody's word, and stand. */
export const BETTER_KNOWN = 'The time is better known:';

/** The id that the announcement of a filing has, by its natural key. */
export function announcementIdOf(accession: string): AnnouncementId {
  return idOf('ann', ['external', EDGAR_SOURCE, accession]);
}

/** An announcement as it stands, and whether somebody other than an import has corrected it. */
export interface OnRecord {
  readonly record: AnnouncementRecord;
  /** Of the original and of amendments, by id. */
  readonly correctedByHand: ReadonlySet<string>;
}

export async function announcementOnRecord(store: EventStore, id: AnnouncementId): Promise<OnRecord | undefined> {
  const events = await store.readStream(announcementStream(id));
  const last = events.at(-1);
  if (last === undefined) return undefined;
  const correctedByHand = new Set<string>();
  for (const event of events) {
    if (!AnnouncementCorrected.is(event) || event.data.reason.startsWith(BETTER_KNOWN)) continue;
    correctedByHand.add(event.data.corrected);
  }
  return { record: (last.data as { announcement: AnnouncementRecord }).announcement, correctedByHand };
}

/** An act on record, as far as a filing can say it again. */
export interface ActOnRecord {
  readonly moment: Moment;
  readonly sources?: readonly Source[] | undefined;
}

/** Whether an act on record names the planned filing among its sources. */
export function hasFiling(act: ActOnRecord, planned: PlannedAnnouncement): boolean {
  return filingSource(act, planned) !== undefined;
}

/** Whether an import recorded it: only that says of the filing where its time comes from. */
export function isImported(act: ActOnRecord, planned: PlannedAnnouncement): boolean {
  return filingSource(act, planned)?.time !== undefined;
}

export function sameMoment(planned: PlannedAnnouncement, { moment }: ActOnRecord): boolean {
  return JSON.stringify(planned.moment) === JSON.stringify(moment);
}

function filingSource({ sources }: ActOnRecord, planned: PlannedAnnouncement): Source | undefined {
  const url = planned.sources.find(({ publisher }) => publisher === EDGAR_PUBLISHER)?.url;
  return sources?.find((source) => source.url === url);
}

export type Comparison = 'same' | 'better' | 'worse' | 'contradicts';

const SURENESS: readonly TimeCertainty[] = ['dateOnly', 'likely', 'inferred', 'stated'];

/**
 * How what is known now of a filing's time stands to what is on record: better, where it is surer or has a source that
 * the record lacks; worse, where the record is surer or knows more sources, so that it stays.
 */
export function compareTimes(planned: PlannedAnnouncement, known: ActOnRecord): Comparison {
  const sources = known.sources ?? [];
  if (sameMoment(planned, known) && sameUrls(planned.sources, sources)) {
    return sureness(planned.sources) > sureness(sources) ? 'better' : 'same';
  }
  const added = planned.sources.some(({ url }) => !hasUrl(sources, url));
  const lacking = sources.some(({ url }) => !hasUrl(planned.sources, url));
  if (added !== lacking) return added ? 'better' : 'worse';
  const step = sureness(planned.sources) - sureness(sources);
  if (step === 0) return 'contradicts';
  return step > 0 ? 'better' : 'worse';
}

/** Of the source that decides the moment: the first. */
function sureness(sources: readonly Source[]): number {
  return SURENESS.indexOf(sources[0]?.time?.certainty ?? 'dateOnly');
}

function hasUrl(sources: readonly Source[], sought: string): boolean {
  return sources.some(({ url }) => url === sought);
}

function sameUrls(one: readonly Source[], other: readonly Source[]): boolean {
  return one.length === other.length && one.every(({ url }) => hasUrl(other, url));
}
