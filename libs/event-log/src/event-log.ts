/**
 * What this system asks of a log such as Kafka, and nothing more: at-least-once delivery, order within a partition.
 * Offsets are plain numbers: a partition would need 300,000 records a second for a thousand years to pass 2^53.
 */

/** A record on its way to a partition that the sender has chosen. */
export interface OutgoingRecord {
  readonly partition: number;
  /** Null where the record concerns the partition as a whole. */
  readonly key: Buffer | string | null;
  readonly value: Buffer | string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Written behind `headers`, in their order: what came from elsewhere and goes on as it is. */
  readonly moreHeaders?: readonly RawHeader[];
}

/** A header byte by byte; a record may have several of one name. */
export type RawHeader = readonly [name: string, value: Buffer | null];

/**
 * A record as it was read. Headers that came more than once keep their last value; those without a value are left out.
 * Key, value and headers may be made each time they are asked for: ask once, and do not spread a record.
 */
export interface LogRecord {
  readonly offset: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  /** All headers as they came, read when asked for. Records that were not read from a log have none of their own: see rawHeadersOf(). */
  readonly rawHeaders?: () => readonly RawHeader[];
  /** Epoch milliseconds, by the producer's clock. */
  readonly timestamp: number;
}

export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

export interface EventLogProducer {
  /**
   * Appends records, those of a partition in the order given; resolves when all in-sync copies have them. Rejects with
   * an {@link EventLogError}: some of the records may then be in the log, and sending all of them again is the cure.
   * Returns the offset of the first record by partition.
   */
  send(topic: string, records: readonly OutgoingRecord[]): Promise<ReadonlyMap<number, number>>;
  close(): Promise<void>;
}

/** Consecutive records of one partition. */
export interface RecordBatch extends TopicPartition {
  readonly records: readonly LogRecord[];
  /** Offset behind the batch: where others write in transactions, their ends take offsets and are no records. */
  readonly next: number;
  /** Offset of the next record to be written to the partition, as of this batch. */
  readonly end: number;
}

/** What a handler may ask while it works on a batch. */
export interface BatchControl {
  /**
   * Tells the group that this consumer lives; cheap to call often. Throws an {@link EventLogError} where the partition
   * belongs to another by now: let that error pass, or return without effect.
   */
  heartbeat(): Promise<void>;
  /** Whether the partition was sought elsewhere, or lost, since the batch was fetched: what is left of it counts for nothing. */
  isStale(): boolean;
}

export interface ConsumerOptions {
  readonly group: string;
  readonly topics: readonly string[];
  /**
   * Called with the consumer's partitions when the group gave it some, before any batch of them. May say where to begin;
   * elsewhere reading goes on at the group's committed offset, else at the oldest record.
   */
  readonly onAssigned?: (
    partitions: readonly TopicPartition[],
  ) => Promise<readonly (TopicPartition & { readonly offset: number })[]>;
  /** Called when the partitions are no longer this consumer's, or may not be. */
  readonly onRevoked?: () => void;
  /**
   * Called with a batch; of one partition never with two at a time. When it resolves, reading goes on behind the batch;
   * when it rejects, the consumer ends with that error and the batch is read again by whoever is next.
   */
  readonly eachBatch: (batch: RecordBatch, control: BatchControl) => Promise<void>;
  /** Partitions handled side by side; default 12. */
  readonly concurrency?: number;
  /** How long the group waits for a sign of life, in milliseconds; default 10,000. */
  readonly sessionTimeout?: number;
  /** Milliseconds between signs of life, also while a handler works; default 1,000, less in short sessions. */
  readonly heartbeatInterval?: number;
  /** Bytes of one fetch and partition; a larger record still comes, alone. Default 1 MiB. */
  readonly maxBytesPerPartition?: number;
  /** How long a fetch waits for a first record, in milliseconds; default 1,000, less in short sessions. Joining and stopping wait for it. */
  readonly maxWait?: number;
  /** How often positions reach the group's committed offsets, in milliseconds; default 1,000. They are hints: checkpoints live elsewhere. */
  readonly commitInterval?: number;
}

export interface EventLogConsumer {
  /** Settles when it ends: resolves after stop(), rejects with the handler's error or an {@link EventLogError} that no retry cures. */
  readonly ended: Promise<void>;
  /** What the group gave it; empty while it has none. */
  readonly assignment: readonly TopicPartition[];
  /** The next fetch begins there; batches that are under way become stale. No effect on partitions of others. */
  seek(to: TopicPartition & { readonly offset: number }): void;
  /** No further batches of these until resume(). */
  pause(partitions: readonly TopicPartition[]): void;
  resume(partitions: readonly TopicPartition[]): void;
  /** Lets the batches in hand finish, commits, leaves the group. */
  stop(): Promise<void>;
}

/** The first offset still kept, and the next to be written: equal in an empty partition. */
export interface PartitionRange {
  readonly partition: number;
  readonly first: number;
  readonly end: number;
}

export interface TopicSettings {
  readonly name: string;
  readonly partitions: number;
  /** By the broker's own names, such as `retention.ms`. */
  readonly configuration: Readonly<Record<string, string>>;
}

export interface TopicDescription extends TopicSettings {
  readonly replicas: number;
}

export interface EventLogAdmin {
  brokerCount(): Promise<number>;
  /** False where the topic exists already, whatever its settings. */
  createTopic(settings: TopicSettings, replicas: number): Promise<boolean>;
  /** Null where there is no such topic. */
  describeTopic(name: string): Promise<TopicDescription | null>;
  deleteTopic(name: string): Promise<void>;
  /** Of every partition, in their order. */
  ranges(topic: string): Promise<readonly PartitionRange[]>;
  /** Committed offsets of a group; partitions without one are left out. */
  committed(group: string, topic: string): Promise<ReadonlyMap<number, number>>;
  deleteGroup(group: string): Promise<void>;
  close(): Promise<void>;
}

/** The port: libs/event-log/src/kafkajs is its one adapter, and can be replaced. */
export interface EventLog {
  producer(): Promise<EventLogProducer>;
  /** Joins the group and begins; resolves when it has joined. */
  consume(options: ConsumerOptions): Promise<EventLogConsumer>;
  admin(): Promise<EventLogAdmin>;
}
