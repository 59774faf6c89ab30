import type { OutgoingRecord, RawHeader } from '../event-log';
import { letterHeaders } from './letter-headers';

const MIB = 1024 * 1024;
/** Of the record as it came; a dead-letter topic takes a MiB more (see topics.ts). */
const LARGEST_RECORD = 16 * MIB;
const LARGEST_KEY = 64 * 1024;
const LARGEST_HEADERS = MIB / 2;
const LARGEST_PROBLEM = 256 * 1024;

/**
 * The letter with what does not fit left out, and said: a record that cannot be put aside would stop its partition.
 * Where the origin still keeps the record, it is whole there.
 */
export function fitting({ partition, key, value, headers, moreHeaders = [] }: OutgoingRecord): OutgoingRecord {
  const [ofKey, ofHeaders, ofValue] = [lengthOf(key), sizeOf(moreHeaders), lengthOf(value)];
  const leftOut = {
    ...(ofKey > LARGEST_KEY && { key: ofKey }),
    ...(ofHeaders > LARGEST_HEADERS && { headers: ofHeaders }),
    ...(ofKey + ofHeaders + ofValue > LARGEST_RECORD && { value: ofValue }),
  };
  return {
    partition,
    key: 'key' in leftOut ? null : key,
    value: 'value' in leftOut ? null : value,
    moreHeaders: 'headers' in leftOut ? [] : moreHeaders,
    headers: {
      ...headers,
      ...problemThatFits(headers[letterHeaders.problem] ?? '{}'),
      ...(Object.keys(leftOut).length > 0 && { [letterHeaders.leftOut]: JSON.stringify(leftOut) }),
    },
  };
}

function lengthOf(bytes: Buffer | string | null): number {
  return bytes === null ? 0 : Buffer.byteLength(bytes);
}

/** With what Kafka adds to each: two lengths of up to five bytes. */
function sizeOf(headers: readonly RawHeader[]): number {
  return headers.reduce((sum, [name, value]) => sum + 10 + Buffer.byteLength(name) + lengthOf(value), 0);
}

/** A problem that is too long keeps what people and programs need first; its errors and extensions go. */
function problemThatFits(text: string): OutgoingRecord['headers'] {
  if (Buffer.byteLength(text) <= LARGEST_PROBLEM) return {};
  const { code, title, status, detail } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const short = { code, title, status, detail: String(detail).slice(0, 10_000) };
  return { [letterHeaders.problem]: JSON.stringify(short) };
}
