import type { AskedMoment } from '@streakline/web-api';
import { z } from 'zod';

/** For lists of sessions: [from, to). */
export const sessionRangeQuery = {
  from: z.iso.date().optional().describe('First session to show.'),
  to: z.iso.date().optional().describe('The session before which to stop.'),
};

export interface SessionRange {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** What every list takes. */
export interface PageRequest extends AskedMoment {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Cursor of lists with one row a session. */
export const sessionCursor = z.tuple([z.iso.date()]);

/** One more row than a page takes, of items in order of session. */
export function sessionsWithin<Item extends { readonly session: string }>(
  items: readonly Item[],
  { from = '', to }: SessionRange,
  after: string | null,
  limit: number,
): readonly Item[] {
  const within = items.filter(
    ({ session }) => session >= from && (to === undefined || session < to) && (after === null || session > after),
  );
  return within.slice(0, limit + 1);
}
