import { instrumentsConcerned } from '@streakline/events';
import { readAnnouncementsAt } from '../announcements-at.reader';
import type { AnnouncementPlace } from '../announcements.reader';
import type { CutView } from '../cut-view';
import { isFound } from '../search-for';
import type { TapeDigests } from '../tape-digests';
import { wordsOf } from '../words';
import type { Reacting, RecentFilter, RecentPlace } from './recent-reactions.reader';

/** Announcements looked at for one page; it may then have fewer rows than its limit, and goes on by its cursor. */
const MOST_ANNOUNCEMENTS = 1_000;
/** Announcements read at once, at most: as many as rows are wanted at first, then more, where few of them fit. */
const MOST_AT_ONCE = 200;

export interface ReactingThen {
  readonly reacting: readonly Reacting[];
  /** Where to go on when nothing more was looked at; null at the end, and where there are rows enough. */
  readonly goOn: RecentPlace | null;
}

/** Who reacted to announcements as far as was known at the view's cut, newest first: one row more than the limit, if there is one. */
export async function readReactingAt(
  view: CutView,
  digests: TapeDigests,
  filter: RecentFilter,
  after: RecentPlace | null,
  limit: number,
): Promise<ReactingThen> {
  const reacting: Reacting[] = [];
  // The announcement of the cursor may have more rows: it is read again.
  let place: AnnouncementPlace | null = after === null ? null : [after[0], `${after[1]}0`];
  let atOnce = limit;
  for (let looked = 0; looked < MOST_ANNOUNCEMENTS; looked += atOnce, atOnce = Math.min(MOST_AT_ONCE, 2 * atOnce)) {
    const told = await readAnnouncementsAt(view, { ...filter, order: 'newest' }, place, atOnce);
    const rows = told.flatMap(({ moment, record }) =>
      inOrder(instrumentsConcerned(record)).map((instrumentId): Reacting => ({ moment, record, instrumentId })),
    );
    reacting.push(
      ...(await wanted(
        view,
        digests,
        filter,
        rows.filter((row) => isAfter(row, after)),
      )),
    );
    const last = told.at(-1);
    if (last === undefined || told.length < atOnce || reacting.length > limit) return { reacting, goOn: null };
    place = [last.moment, last.record.id];
  }
  return { reacting, goOn: place === null ? null : [...place, ''] };
}

/** Those that react to the original, of the rows that fit the filter. */
async function wanted(
  view: CutView,
  digests: TapeDigests,
  { instrumentId, relation, search }: RecentFilter,
  rows: readonly Reacting[],
): Promise<readonly Reacting[]> {
  const fitting = rows.filter(
    (row) =>
      (instrumentId === null || row.instrumentId === instrumentId) &&
      (search === null || isFound(search, wordsOf(row.record.original.headline), [row.instrumentId])),
  );
  const byId = await digests.reactions.of(
    view,
    fitting.map((row) => row.instrumentId),
  );
  return fitting.filter((row) => {
    const reaction = byId.get(row.instrumentId)?.get(row.record.id);
    return reaction !== undefined && (relation === null || reaction.relation === relation);
  });
}

function isAfter({ record, instrumentId }: Reacting, after: RecentPlace | null): boolean {
  return after === null || record.id !== after[1] || instrumentId < after[2];
}

/** Of the rows of one announcement, as at present. */
function inOrder(instrumentIds: readonly string[]): readonly string[] {
  return [...instrumentIds].sort().reverse();
}
