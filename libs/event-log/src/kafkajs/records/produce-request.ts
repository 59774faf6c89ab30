import { ByteWriter } from './byte-writer';
import { RecordBundle } from './record-bundle';
import { writeBatch } from './write-batch';

/** Of what kafkajs asks its Produce request for, what ours takes. */
export interface ProduceArguments {
  readonly acks: number;
  readonly timeout: number;
  readonly topicData: readonly {
    readonly topic: string;
    readonly partitions: readonly { readonly partition: number; readonly messages: readonly unknown[] }[];
  }[];
}

/** Room for a record's headers, above which the buffer grows. */
const HEADERS_BYTES = 600;

/** Whether a request is one of ours: kafkajs' own codec would make a record without a value of each bundle. */
export function carriesBundles({ topicData }: ProduceArguments): boolean {
  return topicData.some(({ partitions }) =>
    partitions.some(({ messages }) => messages.some((message) => message instanceof RecordBundle)),
  );
}

/**
 * The body of a Produce request, versions 3 to 7, which differ in their answers alone, for bundles and nothing else.
 * Source: Kafka protocol guide, Produce API.
 */
export function produceRequest({ acks, timeout, topicData }: ProduceArguments): Buffer {
  const bundles = topicData.map(({ topic, partitions }) => ({ topic, bundles: partitions.map(bundleOf) }));
  const now = Date.now();
  const out = new ByteWriter(sizeOf(bundles.flatMap((each) => each.bundles)));
  out.text16(null); // no transaction
  out.int16(acks);
  out.int32(timeout);
  out.int32(bundles.length);
  for (const { topic, bundles: ofTopic } of bundles) {
    out.text16(topic);
    out.int32(ofTopic.length);
    for (const bundle of ofTopic) {
      out.int32(bundle.partition);
      const size = out.skip32();
      writeBatch(out, bundle.records, now);
      out.int32At(size, out.length - size - 4);
    }
  }
  return out.written;
}

function bundleOf({ messages }: { readonly messages: readonly unknown[] }): RecordBundle {
  const [first] = messages;
  if (messages.length === 1 && first instanceof RecordBundle) return first;
  throw new Error('records for Kafka come in one bundle a partition, alone');
}

function sizeOf(bundles: readonly RecordBundle[]): number {
  let size = 1024;
  for (const bundle of bundles) for (const { value } of bundle.records) size += HEADERS_BYTES + (value?.length ?? 0);
  return size;
}
