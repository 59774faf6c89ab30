import type { LogRecord } from '@streakline/event-log';
import { readBinary } from './binary-mode';
import type { CloudEvent } from './cloud-event';
import { hasAttributes, headersOf } from './headers';
import { isStructured } from './media-type';
import { emptyRecord, notACloudEvent } from './problems';
import { readStructured } from './structured-mode';

/**
 * The event that a record carries, in either mode.
 *
 * @param types that the topic takes, to tell them to whoever sent something else
 * @throws ProblemException with a code of its own for each way in which a record is none
 */
export function readCloudEvent(record: LogRecord, types: readonly string[]): CloudEvent {
  const { value } = record;
  if (value === null || value.length === 0) throw emptyRecord();
  const header = headersOf(record);
  if (isStructured(header('content-type'))) return readStructured(value);
  if (hasAttributes(record)) return readBinary(header, value);
  throw notACloudEvent(types, looksLikeAnEnvelope(value));
}

/** Cheap and sure enough for a hint. */
function looksLikeAnEnvelope(value: Buffer): boolean {
  return value[0] === '{'.charCodeAt(0) && value.includes('"specversion"');
}
