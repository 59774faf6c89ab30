import { happeningsOf, type Known, type Reaction, reactionOf } from '@streakline/dossiers';
import { instrumentsConcerned } from '@streakline/events';
import { announcementAt } from '../announcement-at';
import type { CutView } from '../cut-view';
import type { Tapes } from '../tapes';
import type { ReactionPlace } from './announcement-reactions.reader';

/** The reactions to an announcement as they were known at the view's cut; undefined where it was not on record then, or not public. */
export async function reactionsAt(
  view: CutView,
  tapes: Tapes,
  announcementId: string,
  after: ReactionPlace | null,
): Promise<readonly Reaction[] | undefined> {
  const then = await announcementAt(view, announcementId);
  if (then === undefined) return undefined;
  const known = await tapes.of(view, instrumentsConcerned(then.record));
  const reactions = [...known.values()].flatMap((tape) => reactionsIn(tape, announcementId));
  return reactions
    .sort((a, b) => a.order - b.order || (a.instrumentId < b.instrumentId ? -1 : 1))
    .filter((reaction) => after === null || isAfter(reaction, after));
}

function reactionsIn(known: Known, announcementId: string): readonly Reaction[] {
  return happeningsOf(known)
    .filter(({ act }) => act.announcementId === announcementId)
    .map((happening) => reactionOf(known, happening));
}

function isAfter({ order, instrumentId }: Reaction, [place, id]: ReactionPlace): boolean {
  return order === place ? instrumentId > id : order > place;
}
