import type { OutgoingRecord } from '../../event-log';
import type { ByteWriter } from './byte-writer';
import { crc32c } from './crc32c';

export const MAGIC = 2;
const NO_PRODUCER = -1;

/**
 * Writes records as one batch, uncompressed and of no transaction, all with the same time. Offsets count from 0: the
 * broker puts its own there, which the checksum leaves out for that reason.
 * Source: Kafka documentation, "Implementation: Message Format", record batch of magic 2.
 */
export function writeBatch(out: ByteWriter, records: readonly OutgoingRecord[], timestamp: number): void {
  out.int64(0);
  const length = out.skip32();
  out.int32(0); // partition leader epoch: the broker's
  out.int8(MAGIC);
  const checksum = out.skip32();
  const summed = out.length;
  out.int16(0); // attributes
  out.int32(records.length - 1);
  out.int64(timestamp);
  out.int64(timestamp);
  out.int64(NO_PRODUCER);
  out.int16(0); // producer's epoch
  out.int32(0); // first sequence number
  out.int32(records.length);
  records.forEach((record, index) => writeRecord(out, record, index));
  out.int32At(length, out.length - length - 4);
  out.int32At(checksum, crc32c(out.written, summed));
}

function writeRecord(out: ByteWriter, { key, value, headers, moreHeaders = [] }: OutgoingRecord, index: number): void {
  out.sized(() => {
    out.int8(0); // attributes: none are defined
    out.varint(0); // time since the batch's
    out.varint(index);
    out.content(key);
    out.content(value);
    const names = Object.keys(headers);
    out.varint(names.length + moreHeaders.length);
    for (const name of names) {
      out.content(name);
      out.content(headers[name] ?? null);
    }
    for (const [name, bytes] of moreHeaders) {
      out.content(name);
      out.content(bytes);
    }
  });
}
