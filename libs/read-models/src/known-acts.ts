import { publicBy } from '@streakline/dossiers';
import type { AnnouncementRecord, Moment, Subject } from '@streakline/events';
import type { WholeCut } from './cut-view';
import type { Identity } from './identity-at';

/** An announcement as it stood at a cut, and the ids of the acts (the original, amendments) that were public by then. */
export interface AnnouncementThen {
  readonly record: AnnouncementRecord;
  readonly acts: ReadonlySet<string>;
}

/**
 * What of a record was public by a cut's instant: an act is once its moment is over on the exchanges of all its listed
 * subjects (without any, everywhere on Earth). Undefined where the original was not yet.
 *
 * @param identities of the instruments concerned, at the cut
 */
export function publicPartOf(
  record: AnnouncementRecord,
  { asOf }: Pick<WholeCut, 'asOf'>,
  identities: ReadonlyMap<string, Identity>,
): AnnouncementThen | undefined {
  let { subjects } = record.original;
  const wasPublic = (moment: Moment, concerned: readonly Subject[]) => instantOf(moment, concerned, identities) <= asOf;
  if (!wasPublic(record.original.moment, subjects)) return undefined;
  const amendments = record.amendments.filter((amendment) => {
    const concerned = amendment.subjects ?? subjects;
    if (!wasPublic(amendment.moment, concerned)) return false;
    subjects = concerned;
    return true;
  });
  const acts = new Set<string>([record.id, ...amendments.map(({ id }) => id)]);
  return { record: { ...record, amendments }, acts };
}

function instantOf(moment: Moment, subjects: readonly Subject[], identities: ReadonlyMap<string, Identity>): number {
  if ('at' in moment) return Date.parse(moment.at);
  const instants = subjects.flatMap((subject) => {
    const identity = 'instrumentId' in subject ? identities.get(subject.instrumentId) : undefined;
    return identity === undefined ? [] : [publicBy(moment, identity.table)];
  });
  return instants.length === 0 ? Date.parse(`${moment.on}T23:59:59.999-12:00`) : Math.max(...instants);
}
