import { uuidOf, type NewEvent } from '@streakline/events';
import type { AppendResult, EventStore, StreamAppend } from '../event-store';
import { ContendedError } from './contended-error';
import type { CommandContext, CommandReceipt } from './decider';
import type { LoadState } from './fold';
import { answerBefore, causationOf, keysOfAnswer } from './idempotency';
import { isRefusal, type Refusal } from './refusal';
import { stateCacheOf } from './state-cache';
import { inTurn } from './turns';

/** What a command comes to. */
export interface Decided {
  /** What the answer names. */
  readonly id: string;
  /** Empty: all of it is on record already. */
  readonly appends: readonly { readonly streamId: string; readonly events: readonly NewEvent[] }[];
  /** Position of the first time, where it is on record already. Left out, the answer carries the store's head. */
  readonly saidAt?: number;
}

export type Decide = (load: LoadState) => Promise<Decided | Refusal>;

const ATTEMPTS = 10;

/**
 * Answers the Idempotency-Key if it was used before; else runs `decide` and appends what it decided, with the
 * versions that `load` saw as the expected ones (a stream that was not loaded: any). Where another writer was first,
 * it decides again, ten times at most; then it throws {@link ContendedError}.
 *
 * @example
 * const receipt = await decideAndAppend(store, context, async (load) => {
 *   const { state } = await load(`instrument-${id}`, instrument);
 *   const events = decideSplit(command, state);
 *   return isRefusal(events) ? events : { id, appends: [{ streamId: `instrument-${id}`, events }] };
 * });
 */
export async function decideAndAppend(
  store: EventStore,
  context: CommandContext,
  decide: Decide,
): Promise<CommandReceipt | Refusal> {
  let answer = await attempt(store, context, decide);
  for (let attempts = 1; 'contendedStream' in answer; attempts++) {
    const { contendedStream } = answer;
    if (attempts === ATTEMPTS) throw new ContendedError(contendedStream, ATTEMPTS);
    // Those of this process that were told they are late go one by one, or a crowd would spend its attempts on itself.
    answer = await inTurn(store, contendedStream, () => attempt(store, context, decide));
  }
  return answer;
}

type Attempt = CommandReceipt | Refusal | { readonly contendedStream: string };

async function attempt(store: EventStore, context: CommandContext, decide: Decide): Promise<Attempt> {
  const before = await answerBefore(store, context);
  if (before !== undefined) return before;
  const versions = new Map<string, number>();
  const decided = await decide(async (streamId, fold) => {
    const loaded = await stateCacheOf(store).load(store, streamId, fold);
    versions.set(streamId, loaded.version);
    return loaded;
  });
  if (isRefusal(decided)) return decided;
  const streams = streamsOf(decided, context, versions);
  if (streams.length === 0) return { said: 'before', id: decided.id, position: decided.saidAt ?? (await store.head()) };
  const causationId = causationOf(context);
  const result = await store.append({
    streams,
    correlationId: context.correlationId,
    ...(causationId === undefined ? {} : { causationId }),
  });
  return answerTo(result, store, context, decided);
}

async function answerTo(
  result: AppendResult,
  store: EventStore,
  context: CommandContext,
  decided: Decided,
): Promise<Attempt> {
  switch (result.outcome) {
    case 'appended':
    case 'alreadyAppended': {
      const position = result.events.at(-1)?.position ?? 0;
      return { said: result.outcome === 'appended' ? 'now' : 'before', id: decided.id, position };
    }
    case 'versionConflict':
      return { contendedStream: result.streamId };
    case 'eventIdReused': {
      // Two requests under one Idempotency-Key at the same moment: the other was stored in the meantime.
      const before = await answerBefore(store, context);
      if (before !== undefined) return before;
      throw new Error(
        `event id ${result.eventId} is stored already, at position ${result.position}, with another body`,
      );
    }
  }
}

function streamsOf(
  decided: Decided,
  context: CommandContext,
  versions: ReadonlyMap<string, number>,
): readonly StreamAppend[] {
  let ordinal = 0;
  const withIdentity = (event: NewEvent): NewEvent => {
    if (context.idempotency === undefined) return event;
    // Ids made of the key, so that the same request to two processes at once is stored once.
    const id = event.id ?? uuidOf(['idempotency', context.idempotency.key, ordinal++]);
    return { ...event, id, keys: [...event.keys, ...keysOfAnswer(context.idempotency, decided.id)] };
  };
  return decided.appends
    .filter(({ events }) => events.length > 0)
    .map(({ streamId, events }) => ({
      streamId,
      expectedVersion: versions.get(streamId) ?? 'any',
      events: events.map(withIdentity),
    }));
}
