import { type AnnouncementId, idOf } from '@streakline/events';
import type { AnnounceBody } from './announce.command';

/**
 * Of its natural key; else of the Idempotency-Key; else of all that it says, so that the same body twice is one
 * announcement.
 */
export function announcementIdFor(body: AnnounceBody, idempotencyKey: string | undefined): AnnouncementId {
  if (body.source !== undefined && body.externalId !== undefined)
    return idOf('ann', ['external', body.source, body.externalId]);
  if (idempotencyKey !== undefined) return idOf('ann', ['idempotencyKey', idempotencyKey]);
  return idOf('ann', ['content', canonical(body)]);
}

/** The same value with the keys of its objects in order, so that equal bodies have equal JSON. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, field]) => field !== undefined);
  return entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, field]) => [key, canonical(field)]);
}
