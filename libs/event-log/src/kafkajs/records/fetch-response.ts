import { ByteReader } from './byte-reader';
import type { FetchedRecord } from './fetched-record';
import { readRecordSet } from './read-record-set';

/** What kafkajs' own decoder answers, with our records as the messages. */
export interface FetchResponse {
  readonly throttleTime: number;
  readonly clientSideThrottleTime: number;
  readonly errorCode: number;
  readonly sessionId: number;
  readonly responses: readonly { readonly topicName: string; readonly partitions: readonly FetchedPartition[] }[];
}

export interface FetchedPartition {
  readonly partition: number;
  readonly errorCode: number;
  readonly highWatermark: string;
  readonly lastStableOffset: string;
  readonly lastStartOffset: string;
  readonly abortedTransactions: readonly [];
  readonly preferredReadReplica: number;
  readonly messages: FetchedRecord[];
}

/** Something in the answer that is left to kafkajs. */
class NotOurs extends Error {}

/**
 * The answer to a Fetch request, version 11; undefined where it holds an aborted transaction, a compressed batch or one
 * of an older format: kafkajs reads those.
 * Source: Kafka protocol guide, Fetch API.
 */
export function fetchResponse(bytes: Buffer): FetchResponse | undefined {
  const reader = new ByteReader(bytes);
  const head = { clientSideThrottleTime: reader.int32(), errorCode: reader.int16(), sessionId: reader.int32() };
  try {
    const responses = readArray(reader, () => ({
      topicName: reader.text16(),
      partitions: readArray(reader, () => readPartition(reader)),
    }));
    // The broker has not held its answer back: it asks us to wait, by the other figure (KIP-219).
    return { throttleTime: 0, ...head, responses };
  } catch (error) {
    if (error instanceof NotOurs) return undefined;
    throw error;
  }
}

function readPartition(reader: ByteReader): FetchedPartition {
  const partition = reader.int32();
  const errorCode = reader.int16();
  const [highWatermark, lastStableOffset, lastStartOffset] = [text64(reader), text64(reader), text64(reader)];
  if (reader.int32() > 0) throw new NotOurs();
  const preferredReadReplica = reader.int32();
  const start = reader.forward(Math.max(0, reader.int32()));
  const messages = readRecordSet(reader.bytes.subarray(start, reader.at));
  if (messages === undefined) throw new NotOurs();
  const offsets = { highWatermark, lastStableOffset, lastStartOffset };
  return { partition, errorCode, ...offsets, abortedTransactions: [], preferredReadReplica, messages };
}

function text64(reader: ByteReader): string {
  return reader.bigint64().toString();
}

function readArray<T>(reader: ByteReader, readOne: () => T): readonly T[] {
  return Array.from({ length: Math.max(0, reader.int32()) }, readOne);
}
