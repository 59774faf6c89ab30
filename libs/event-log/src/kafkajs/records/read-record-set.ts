import { EventLogError } from '../../event-log-error';
import { ByteReader } from './byte-reader';
import { crc32c } from './crc32c';
import { FetchedRecord } from './fetched-record';
import { TextMemory } from './text-memory';
import { MAGIC } from './write-batch';

/** Read again, it would be the same. */
class CorruptBatch extends EventLogError {
  /** kafkajs tries again whatever does not say this. */
  readonly retriable = false;
}

const LENGTH_AT = 8;
const BODY_AT = 12;
const CHECKSUM_AT = 17;
const ATTRIBUTES_AT = 21;
const HEAD_BYTES = 61;

const COMPRESSION = 0b111;
const APPEND_TIME = 0b1000;
const CONTROL = 0b10_0000;

/**
 * The records of a fetched partition, from one or more batches; a batch that the fetch cut off is left for the next
 * one. Undefined where a batch is compressed or of an older format. Throws EventLogError `corrupt` where a checksum is
 * wrong, which kafkajs does not look at.
 */
export function readRecordSet(bytes: Buffer): FetchedRecord[] | undefined {
  const records: FetchedRecord[] = [];
  for (let start = 0; start + CHECKSUM_AT <= bytes.length;) {
    // First: all formats have it at the same place, and a message of an older one may be shorter than our batch's head.
    if (bytes[start + CHECKSUM_AT - 1] !== MAGIC) return undefined;
    if (start + HEAD_BYTES > bytes.length) break;
    const length = bytes.readInt32BE(start + LENGTH_AT);
    if (length < HEAD_BYTES - BODY_AT) throw new CorruptBatch('corrupt', `Kafka: a batch of ${length} bytes is none.`);
    const end = start + BODY_AT + length;
    if (end > bytes.length) break;
    if ((bytes.readInt16BE(start + ATTRIBUTES_AT) & COMPRESSION) !== 0) return undefined;
    readBatch(bytes.subarray(start, end), records);
    start = end;
  }
  return records;
}

interface BatchHead {
  readonly offset: number;
  readonly firstTime: number;
  /** Where the broker's clock counts, it is the time of all records. */
  readonly appendTime: number | undefined;
  readonly isControl: boolean;
}

function readBatch(batch: Buffer, records: FetchedRecord[]): void {
  const reader = new ByteReader(batch);
  const offset = reader.int64();
  try {
    if (batch.readUInt32BE(CHECKSUM_AT) !== crc32c(batch, ATTRIBUTES_AT)) throw new Error('its checksum is wrong');
    reader.at = ATTRIBUTES_AT;
    const attributes = reader.int16();
    reader.int32(); // last offset
    const [firstTime, lastTime] = [reader.int64(), reader.int64()];
    const appendTime = (attributes & APPEND_TIME) === 0 ? undefined : lastTime;
    reader.forward(14); // producer, its epoch, first sequence number
    const head: BatchHead = { offset, firstTime, appendTime, isControl: (attributes & CONTROL) !== 0 };
    const texts = new TextMemory(batch);
    for (let left = reader.int32(); left > 0; left -= 1) records.push(readRecord(reader, head, texts));
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new CorruptBatch('corrupt', `Kafka: the batch at offset ${offset} cannot be read: ${what}`);
  }
}

function readRecord(reader: ByteReader, { offset, firstTime, appendTime, isControl }: BatchHead, texts: TextMemory) {
  const length = reader.varint();
  const end = reader.at + length;
  reader.int8(); // attributes: none are defined
  const time = firstTime + reader.varint();
  const place = offset + reader.varint();
  const keyLength = reader.varint();
  const keyAt = reader.forward(Math.max(0, keyLength));
  const valueLength = reader.varint();
  const valueAt = reader.forward(Math.max(0, valueLength));
  const places = { keyAt, keyLength, valueAt, valueLength, headersAt: reader.at };
  // What follows is read when it is asked for.
  reader.forward(end - reader.at);
  return new FetchedRecord(place, appendTime ?? time, isControl, reader.bytes, texts, places);
}
