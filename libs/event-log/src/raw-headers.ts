import type { LogRecord, RawHeader } from './event-log';

/** Every header of a record byte by byte, in the order in which they came. */
export function rawHeadersOf(record: LogRecord): readonly RawHeader[] {
  return record.rawHeaders?.() ?? Object.entries(record.headers).map(([name, value]) => [name, Buffer.from(value)]);
}
