import type { CutView } from './cut-view';
import { searchFor } from './search-for';
import type { AnnouncementFilter, AnnouncementOrder } from './announcements.reader';

/** What is asked of lists of announcements and of what they did. */
export interface AskedAnnouncements {
  readonly kind?: string | undefined;
  /** Dates or instants, [from, to). */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Words, each of the headline or of a subject's symbols, exchange or name. */
  readonly q?: string | undefined;
}

/** The filter that finds them at a view; null where nothing can be found, for what was typed has no words. */
export async function announcementFilter(
  view: CutView,
  instrumentId: string | null,
  { kind, from, to, q }: AskedAnnouncements,
  order: AnnouncementOrder = 'oldest',
): Promise<AnnouncementFilter | null> {
  const search = q === undefined ? null : await searchFor(view, q);
  if (q !== undefined && search === null) return null;
  return { instrumentId, kind: kind ?? null, from: sortable(from), to: sortable(to), search, order };
}

/** Instants in the form that the rows have; a date stays one, and stands before its first instant. */
function sortable(bound: string | undefined): string | null {
  if (bound === undefined) return null;
  return bound.length === 'YYYY-MM-DD'.length ? bound : new Date(bound).toISOString();
}
