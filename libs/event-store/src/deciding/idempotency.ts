import { createHash } from 'node:crypto';
import { uuidOf } from '@streakline/events';
import type { EventStore } from '../event-store';
import type { CommandContext, CommandReceipt } from './decider';
import { refuse, type Refusal } from './refusal';

type Idempotency = NonNullable<CommandContext['idempotency']>;

const ANSWER_PREFIX = 'answer:';

/*
 * The Idempotency-Key needs no table: the append carries it among the keys of its events, so that the record of the
 * answer is stored with what it answers, or not at all. The request's fingerprint is the cause of the events.
 */

/** The keys by which a repeated request finds its answer, and what the answer named. */
export function keysOfAnswer({ key }: Idempotency, id: string): readonly string[] {
  return [lookupKey(key), `${ANSWER_PREFIX}${id}`];
}

/** The cause of a command's events. */
export function causationOf({ idempotency, causationId }: CommandContext): string | undefined {
  return idempotency === undefined ? causationId : uuidOf(['request', idempotency.fingerprint]);
}

/** The first answer, if the key was used before; a refusal, if it was used for another request. */
export async function answerBefore(
  store: EventStore,
  context: CommandContext,
): Promise<CommandReceipt | Refusal | undefined> {
  const { idempotency } = context;
  if (idempotency === undefined) return undefined;
  const events = await store.readByKey(lookupKey(idempotency.key));
  const last = events.at(-1);
  if (last === undefined) return undefined;
  if (last.causationId !== causationOf(context)) {
    return refuse(
      'conflict',
      'idempotencyKeyReused',
      'This Idempotency-Key was used for another request: draw a new key for each request.',
    );
  }
  const answer = last.keys.find((key) => key.startsWith(ANSWER_PREFIX))?.slice(ANSWER_PREFIX.length);
  return { said: 'before', id: answer ?? '', position: last.position };
}

function lookupKey(key: string): string {
  return `idempotency:${createHash('sha256').update(key).digest('hex')}`;
}
