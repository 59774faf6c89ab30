import { createHash } from 'node:crypto';
import type { CommandContext } from '@streakline/event-store';
import type { CloudEvent } from '../reading/cloud-event';

/**
 * Source and id name an event (CloudEvents 1.0, 3.1): the same ones again are the same event. The line feed keeps them
 * apart from every Idempotency-Key of HTTP, which is printable.
 *
 * The fingerprint is of what the event says, not of its bytes: in the other mode it is the same event.
 */
export function idempotencyOf(
  { source, id, type }: CloudEvent,
  subject: string,
  data: unknown,
): NonNullable<CommandContext['idempotency']> {
  return {
    key: `cloudevent\n${JSON.stringify([source, id])}`,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([type, subject, data]))
      .digest('hex'),
  };
}
