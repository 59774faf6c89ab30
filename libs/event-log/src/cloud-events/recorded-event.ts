import type { RecordedEvent } from '@streakline/events';
import type { LogRecord, OutgoingRecord } from '../event-log';
import {
  header,
  type Headers,
  instantHeader,
  integerHeader,
  JSON_TYPE,
  SOURCE,
  SPEC_VERSION,
  UnreadableRecord,
} from './headers';
import { instantText } from './instants';

/** Where a record stands in its partition. */
export interface Placement {
  readonly partition: number;
  readonly key: string;
  /** Position that the record before it in this partition carries: nothing between the two concerns the partition. */
  readonly prevPosition: number;
}

/** The headers and the value of an event, which are the same in every partition but for `ce_prevposition`. */
export interface EncodedEvent {
  readonly headers: Headers;
  readonly value: string;
}

/**
 * An event as a CloudEvent. `time` is when it became public, knownAt: the system's own time of it is the extension
 * `recordedat`. Its `ce_prevposition` is filled in by {@link placed}.
 */
export function encodeEvent(event: RecordedEvent): EncodedEvent {
  const headers: Record<string, string> = {
    ce_specversion: SPEC_VERSION,
    ce_id: event.id,
    ce_source: SOURCE,
    ce_type: `streakline.${event.type}.v${event.typeVersion}`,
    ce_subject: event.streamId,
    ce_time: instantText(event.knownAt),
    'content-type': JSON_TYPE,
    ce_position: String(event.position),
    // Its place is taken here: spreading an object with one property more is fifteen times as slow.
    ce_prevposition: '',
    ce_streamversion: String(event.streamVersion),
    ce_recordedat: instantText(event.recordedAt),
    ce_keys: keysText(event.keys),
    ce_correlationid: event.correlationId,
  };
  if (event.causationId !== null) headers['ce_causationid'] = event.causationId;
  return { headers, value: JSON.stringify(event.data) };
}

export function placed({ headers, value }: EncodedEvent, { partition, key, prevPosition }: Placement): OutgoingRecord {
  return { partition, key, value, headers: { ...headers, ce_prevposition: String(prevPosition) } };
}

/**
 * An event of the past that is told again, its data the JSON text `json`, with an id of the telling's own. It has no
 * `ce_prevposition`: what is told again is no chain of positions, and nothing that reads the events topic takes it for one.
 */
export function retold(event: Omit<RecordedEvent, 'data'>, json: string, id: string): EncodedEvent {
  const { ce_prevposition: _, ...headers } = encodeEvent({ ...event, id, data: null }).headers;
  return { headers, value: json };
}

const needsNoEscape = /^[\w.:-]*$/;

/** A list of texts in JSON; ids, which most keys are, have nothing to escape. */
function keysText(keys: readonly string[]): string {
  return keys.length > 0 && keys.every((key) => needsNoEscape.test(key))
    ? `["${keys.join('","')}"]`
    : JSON.stringify(keys);
}

/** The event of a record; throws {@link UnreadableRecord} on anything that encodeEvent would not have written. */
export function decodeEvent({ headers, value }: Pick<LogRecord, 'headers' | 'value'>): RecordedEvent {
  const { type, typeVersion } = typeOf(header(headers, 'ce_type'));
  return {
    position: integerHeader(headers, 'ce_position'),
    id: header(headers, 'ce_id'),
    streamId: header(headers, 'ce_subject'),
    streamVersion: integerHeader(headers, 'ce_streamversion'),
    type,
    typeVersion,
    data: parse(value, 'value'),
    keys: readKeys(header(headers, 'ce_keys')),
    knownAt: instantHeader(headers, 'ce_time'),
    recordedAt: instantHeader(headers, 'ce_recordedat'),
    correlationId: header(headers, 'ce_correlationid'),
    causationId: headers['ce_causationid'] ?? null,
  };
}

interface EventType {
  readonly type: string;
  readonly typeVersion: number;
}

const MOST_TYPES = 1_000;
const types = new Map<string, EventType>();

/** Types are few and each record has one: a text seen before is not taken apart again. */
function typeOf(text: string): EventType {
  const known = types.get(text);
  if (known !== undefined) return known;
  const [, type, version] = /^streakline\.(.+)\.v(\d+)$/s.exec(text) ?? [];
  if (type === undefined)
    throw new UnreadableRecord(`the header ce_type is ${text} and not streakline.<type>.v<version>`);
  const read = { type, typeVersion: Number(version) };
  if (types.size < MOST_TYPES) types.set(text, read);
  return read;
}

function readKeys(text: string): readonly string[] {
  const keys = parse(text, 'header ce_keys');
  if (Array.isArray(keys) && keys.every((key) => typeof key === 'string')) return keys;
  throw new UnreadableRecord('the header ce_keys is not a list of texts');
}

function parse(text: Buffer | string | null, what: string): unknown {
  try {
    return JSON.parse(text === null ? '' : text.toString()) as unknown;
  } catch (error) {
    throw new UnreadableRecord(`the ${what} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
