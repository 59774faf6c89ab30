import type { NewEvent } from '@streakline/events';
import type { Append, ExpectedVersion, StreamAppend } from '../event-store';
import { InvalidAppend } from './invalid-append';

/** In bytes of UTF-8; PostgreSQL's index rows end at 2,704. */
const MAX_NAME_BYTES = 500;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
// Control characters separate keys on the wire and are never part of a name; half a surrogate pair has no UTF-8.
const UNFIT = /[\p{Cc}\p{Surrogate}]/u;
// Nearly all names are of these, and are found fit ten times faster.
const PLAIN = /^[\x20-\x7e]{1,100}$/;

/**
 * Throws {@link InvalidAppend} where an append can never succeed. PostgreSQL would find it too, but only after it had
 * joined a batch with others.
 */
export function checkAppend(append: Append): void {
  const { streams } = append;
  if (streams.length === 0) throw new InvalidAppend('an append names at least one stream');
  if (streams.length > 1 && new Set(streams.map((stream) => stream.streamId)).size < streams.length) {
    throw new InvalidAppend('an append names each stream once: join the events of a stream in one list');
  }
  checkUuid('correlationId', append.correlationId);
  checkUuid('causationId', append.causationId);
  streams.forEach(checkStream);
  checkIdsDiffer(streams);
}

function checkStream(stream: StreamAppend): void {
  checkName('stream id', stream.streamId);
  if (!isExpectedVersion(stream.expectedVersion)) {
    throw new InvalidAppend(
      `expected version ${String(stream.expectedVersion)} of ${stream.streamId} is neither a whole number from 0 nor a known word`,
    );
  }
  if (stream.events.length === 0) throw new InvalidAppend(`the append to ${stream.streamId} holds no event`);
  for (const event of stream.events) checkEvent(event);
}

function checkEvent(event: NewEvent): void {
  checkName('event type', event.type);
  checkUuid('event id', event.id);
  if (!Number.isInteger(event.typeVersion) || event.typeVersion < 1)
    throw new InvalidAppend(`type version ${event.typeVersion} of ${event.type} is not a whole number from 1`);
  if (event.knownAt !== undefined && !Number.isSafeInteger(event.knownAt)) {
    throw new InvalidAppend(`knownAt ${event.knownAt} of ${event.type} is no whole number of epoch milliseconds`);
  }
  for (const key of event.keys) checkName(`key of ${event.type}`, key);
}

function checkName(what: string, name: string): void {
  if (PLAIN.test(name)) return;
  if (name === '') throw new InvalidAppend(`a ${what} is empty`);
  if (UNFIT.test(name))
    throw new InvalidAppend(`${what} ${JSON.stringify(name)} holds a control character or half a surrogate pair`);
  if (name.length > MAX_NAME_BYTES / 4 && Buffer.byteLength(name) > MAX_NAME_BYTES) {
    throw new InvalidAppend(`${what} "${name.slice(0, 40)}..." is longer than ${MAX_NAME_BYTES} bytes`);
  }
}

function checkUuid(what: string, id: string | undefined): void {
  if (id !== undefined && !UUID.test(id)) throw new InvalidAppend(`${what} ${JSON.stringify(id)} is not a UUID`);
}

function checkIdsDiffer(streams: readonly StreamAppend[]): void {
  if (streams.length === 1 && streams[0]?.events.length === 1) return;
  const ids = streams.flatMap(({ events }) => events.flatMap(({ id }) => (id === undefined ? [] : [id.toLowerCase()])));
  if (new Set(ids).size < ids.length) throw new InvalidAppend('two events of one append carry the same id');
}

function isExpectedVersion(expected: ExpectedVersion): boolean {
  return (
    expected === 'none' || expected === 'exists' || expected === 'any' || (Number.isInteger(expected) && expected >= 0)
  );
}
