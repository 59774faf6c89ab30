import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@streakline/events';
import { v7 } from 'uuid';
import type { Append, ExpectedVersion } from '../event-store';
import { checkAppend } from './check-append';
import { InvalidAppend } from './invalid-append';

/** An event with everything drawn and written out that it needs on the wire. */
export interface PreparedEvent {
  readonly id: string;
  readonly type: string;
  readonly typeVersion: number;
  readonly knownAt: number | null;
  readonly keys: readonly string[];
  /** The data as JSON. */
  readonly json: string;
}

export interface PreparedAppend {
  readonly streams: readonly {
    readonly streamId: string;
    readonly expected: ExpectedVersion;
    readonly events: readonly PreparedEvent[];
  }[];
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly eventCount: number;
  readonly bytes: number;
  /** Ids that the caller gave, and which may be stored already. Ids drawn here are new. */
  readonly givenIds: readonly string[];
}

/** One append at most; PostgreSQL's own limit of a message is 1 GiB. */
const MAX_BYTES = 256 * 1024 * 1024;

/**
 * Checks an append and draws its ids. They are drawn before sending, so that sending it again after a lost connection
 * cannot store it twice.
 */
export function prepareAppend(append: Append): PreparedAppend {
  checkAppend(append);
  const streams = append.streams.map(({ streamId, expectedVersion, events }) => ({
    streamId,
    expected: expectedVersion,
    events: events.map(prepareEvent),
  }));
  let [eventCount, bytes] = [0, 0];
  for (const { streamId, events } of streams) {
    eventCount += events.length;
    for (const event of events) bytes += event.json.length + streamId.length + 100;
  }
  if (bytes > MAX_BYTES)
    throw new InvalidAppend(`an append of ${Math.round(bytes / 1e6)} MB is too large: split it (256 MiB at most)`);
  return {
    streams,
    correlationId: append.correlationId ?? randomUUID(),
    causationId: append.causationId ?? null,
    eventCount,
    bytes,
    givenIds: append.streams.flatMap(({ events }) =>
      events.flatMap(({ id }) => (id === undefined ? [] : [id.toLowerCase()])),
    ),
  };
}

function prepareEvent(event: NewEvent): PreparedEvent {
  return {
    // Version 7 begins with the time: new ids land side by side in the index instead of all over it.
    id: event.id?.toLowerCase() ?? v7(),
    type: event.type,
    typeVersion: event.typeVersion,
    knownAt: event.knownAt ?? null,
    keys: event.keys.length > 1 ? [...new Set(event.keys)] : event.keys,
    json: jsonOf(event),
  };
}

function jsonOf({ type, data }: NewEvent): string {
  const json: string | undefined = JSON.stringify(data);
  if (json === undefined) throw new InvalidAppend(`the data of ${type} has no JSON form`);
  return json;
}
