import { isAmendmentId, isAnnouncementId, type Relation } from '@streakline/events';
import type { EventStore, Fault, LoadState } from '@streakline/event-store';
import { announcementFold } from '../announcement/announcement-state';
import { announcementStream } from '../announcement/streams';

/** Of the things that relations name by an id of this system: those that are not on record. */
export async function unknownRelated(
  load: LoadState,
  store: EventStore,
  relations: readonly Relation[],
): Promise<ReadonlySet<string>> {
  const unknown = new Set<string>();
  for (const { to } of relations) {
    if (/^(ann|amd)_/.test(to) && !(await isOnRecord(load, store, to))) unknown.add(to);
  }
  return unknown;
}

/** `ownId`: of the announcement that has the relations, which stands in none to itself. */
export function relationFaults(
  relations: readonly Relation[],
  unknown: ReadonlySet<string>,
  ownId: string,
): readonly Fault[] {
  return relations.flatMap(({ to }, index) => {
    const pointer = `/relations/${index}/to`;
    if (to === ownId)
      return [{ code: 'relatedToItself', pointer, detail: `${to} is this announcement itself. Name another one.` }];
    if (!unknown.has(to)) return [];
    const detail = `No announcement or amendment has the id ${to}. Announce it first, or give a URL where it is not to be recorded here.`;
    return [{ code: 'unknownAnnouncement', pointer, detail }];
  });
}

async function isOnRecord(load: LoadState, store: EventStore, id: string): Promise<boolean> {
  if (isAnnouncementId(id)) return (await load(announcementStream(id), announcementFold)).state.record !== null;
  return isAmendmentId(id) && (await store.readByKey(id)).length > 0;
}
