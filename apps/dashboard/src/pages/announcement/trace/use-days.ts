import { useAnswer } from '../../../api/answers';
import type { Reaction } from '../answers';

/** A reaction day by day, from `from` to `to`; nothing is asked where the calendar does not reach day 0. */
export function useDays(reaction: Reaction, { from, to }: { readonly from: number; readonly to: number }) {
  const { announcementId: id, instrumentId: instrument, of, day0 } = reaction;
  const query = { from, to, ...(of !== id && { of }) };
  const asked = { path: { id, instrument }, query };
  return useAnswer('/v1/announcements/{id}/reactions/{instrument}/days', asked, { enabled: day0 !== null });
}

/** The API's own answer to the same. */
export function daysHref(reaction: Reaction, { from, to }: { readonly from: number; readonly to: number }): string {
  const { announcementId, instrument, of } = reaction;
  const amendment = of === announcementId ? '' : `&of=${of}`;
  return `/v1/announcements/${announcementId}/reactions/${encodeURIComponent(instrument)}/days?from=${from}&to=${to}${amendment}`;
}
