import { kafkajsInternal } from '../kafkajs-internals';

/** kafkajs' own codec, by which ours is judged. */
interface Decoder {
  readonly offset: number;
}

interface TheirRecord {
  readonly key: Buffer | string | null;
  readonly value: Buffer | string | null;
  readonly headers: Readonly<Record<string, Buffer | string | readonly (Buffer | string)[]>>;
  readonly offsetDelta?: number;
  readonly timestampDelta?: number;
}

export interface TheirBatch {
  readonly records: readonly TheirRecord[];
  readonly firstOffset?: number;
  readonly timestamp: number;
  readonly maxTimestamp?: number;
  readonly compression?: number;
}

export const GZIP = 1;

/** A batch as kafkajs writes it. */
export async function theirBatch(batch: TheirBatch): Promise<Buffer> {
  const record = kafkajsInternal<(given: TheirRecord) => unknown>('protocol', 'recordBatch', 'record', 'v0');
  const { RecordBatch } = kafkajsInternal<{ RecordBatch: (given: object) => Promise<{ buffer: Buffer }> }>(
    ...['protocol', 'recordBatch', 'v0'],
  );
  const { records, timestamp, firstOffset = 0, maxTimestamp = timestamp, compression = 0 } = batch;
  const { buffer } = await RecordBatch({
    ...{ firstOffset, compression, maxTimestamp, firstTimestamp: timestamp, lastOffsetDelta: records.length - 1 },
    records: records.map((each, offsetDelta) => record({ offsetDelta, ...each })),
  });
  return buffer;
}

export interface TheirMessage {
  readonly offset: string;
  readonly timestamp: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer | Buffer[]>>;
  readonly isControlRecord: boolean;
}

/** Records of a set as kafkajs reads them. */
export function theirMessages(set: Buffer): Promise<readonly TheirMessage[]> {
  const DecoderClass = kafkajsInternal<new (bytes: Buffer) => Decoder>('protocol', 'decoder');
  const decode = kafkajsInternal<(decoder: Decoder) => Promise<readonly TheirMessage[]>>(
    ...['protocol', 'requests', 'fetch', 'v4', 'decodeMessages'],
  );
  const size = Buffer.alloc(4);
  size.writeInt32BE(set.length);
  return decode(new DecoderClass(Buffer.concat([size, set])));
}
