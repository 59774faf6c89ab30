import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import type { Log } from '@streakline/observability';
import type { ConsumerOptions, EventLogConsumer, TopicPartition } from '../event-log';
import { EventLogError } from '../event-log-error';
import { CommitTimer } from './commit-timer';
import { type ConsumerSettings, withDefaults } from './consumer-settings';
import { handleBatch } from './handle-batch';
import { toEventLogError } from './to-event-log-error';

/** Joins a group and hands its batches on, until it is stopped or meets an error that no retry cures. */
export async function consume(client: Kafka, options: ConsumerOptions, log: Log): Promise<EventLogConsumer> {
  const settings = withDefaults(options);
  const stopping = new AbortController();
  const consumer = client.consumer({
    groupId: settings.group,
    sessionTimeout: settings.sessionTimeout,
    rebalanceTimeout: Math.max(30_000, settings.sessionTimeout),
    heartbeatInterval: settings.heartbeatInterval,
    maxBytesPerPartition: settings.maxBytesPerPartition,
    maxWaitTimeInMs: settings.maxWait,
    allowAutoTopicCreation: false,
    metadataMaxAge: 30_000,
    retry: { retries: 5, restartOnFailure: () => Promise.resolve(!stopping.signal.aborted) },
  });
  const running = new RunningConsumer(consumer, settings, stopping, log);
  await running.start();
  return running;
}

/** What the group gave to this consumer, until it takes it back. */
interface Assignment {
  readonly partitions: readonly TopicPartition[];
  /** Resolves when onAssigned has said where to begin, and that was passed on. */
  readonly ready: Promise<void>;
}

class RunningConsumer implements EventLogConsumer {
  readonly ended: Promise<void>;
  private end: { resolve: () => void; reject: (error: unknown) => void } = {
    resolve: () => undefined,
    reject: () => undefined,
  };
  private current: Assignment | undefined;
  private failure: { readonly error: unknown } | undefined;
  private stopping: Promise<void> | undefined;
  private readonly commits: CommitTimer;

  constructor(
    private readonly consumer: Consumer,
    private readonly settings: ConsumerSettings,
    /** Aborted by stop(): a consumer that crashed is not started again then. */
    private readonly told: AbortController,
    private readonly log: Log,
  ) {
    this.ended = new Promise((resolve, reject) => (this.end = { resolve, reject }));
    // Whoever does not look at `ended` must not be ended by it.
    this.ended.catch(() => undefined);
    this.commits = new CommitTimer(consumer, settings.commitInterval, log);
  }

  get assignment(): readonly TopicPartition[] {
    return this.current?.partitions ?? [];
  }

  async start(): Promise<void> {
    const { consumer, settings } = this;
    const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
    this.listen();
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [...settings.topics], fromBeginning: true });
      await consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        partitionsConsumedConcurrently: settings.concurrency,
        eachBatch: (payload) => this.handle(payload),
      });
    } catch (error) {
      await consumer.disconnect().catch(() => undefined);
      throw toEventLogError(error, `joining group ${settings.group}`);
    }
    await Promise.race([joined, this.ended]);
  }

  seek({ topic, partition, offset }: TopicPartition & { readonly offset: number }): void {
    this.consumer.seek({ topic, partition, offset: String(offset) });
  }

  pause(partitions: readonly TopicPartition[]): void {
    this.consumer.pause(partitions.map(({ topic, partition }) => ({ topic, partitions: [partition] })));
  }

  resume(partitions: readonly TopicPartition[]): void {
    this.consumer.resume(partitions.map(({ topic, partition }) => ({ topic, partitions: [partition] })));
  }

  stop(): Promise<void> {
    this.stopping ??= this.shutDown();
    return this.stopping;
  }

  private async shutDown(): Promise<void> {
    this.told.abort();
    await this.commits.flush();
    await this.consumer
      .disconnect()
      .catch((err: unknown) => this.log.warn({ err }, 'a consumer did not leave its group'));
    this.commits.stop();
    this.revoke();
    if (this.failure === undefined) this.end.resolve();
    else this.end.reject(this.failure.error);
  }

  private listen(): void {
    const { consumer } = this;
    const { GROUP_JOIN, REBALANCING, CRASH } = consumer.events;
    consumer.on(GROUP_JOIN, ({ payload }) => this.assign(payload.memberAssignment));
    consumer.on(REBALANCING, () => this.revoke());
    consumer.on(CRASH, ({ payload }) => {
      this.revoke();
      if (!payload.restart) this.fail(toEventLogError(payload.error, `consuming as group ${this.settings.group}`));
    });
  }

  private assign(memberAssignment: Readonly<Record<string, readonly number[]>>): void {
    this.revoke();
    const partitions = Object.entries(memberAssignment).flatMap(([topic, numbers]) =>
      numbers.map((partition) => ({ topic, partition })),
    );
    const ready = this.position(partitions);
    // A batch that waits for it meets the error too; without a batch nobody would.
    ready.catch((error: unknown) => this.fail(error));
    this.current = { partitions, ready };
  }

  private async position(partitions: readonly TopicPartition[]): Promise<void> {
    for (const start of (await this.settings.onAssigned?.(partitions)) ?? []) this.seek(start);
  }

  private revoke(): void {
    if (this.current === undefined) return;
    this.current = undefined;
    this.commits.forget();
    this.settings.onRevoked?.();
  }

  private async handle(payload: EachBatchPayload): Promise<void> {
    const assignment = this.current;
    await assignment?.ready;
    const isStale = () =>
      assignment === undefined || this.current !== assignment || payload.isStale() || !payload.isRunning();
    if (isStale()) return;
    try {
      const next = await handleBatch(payload, this.settings, isStale);
      if (next !== undefined) this.commits.note(payload.batch, next);
    } catch (error) {
      // kafkajs knows what to do about its own: join again, or try again.
      if (error instanceof EventLogError && error.canRetry && error.cause instanceof Error) throw error.cause;
      this.fail(error);
      throw error;
    }
  }

  /** The first failure is the one to tell of; what follows comes of it. */
  private fail(error: unknown): void {
    if (this.failure !== undefined) return;
    this.failure = { error };
    // Not awaited: the batch that failed is part of what stopping waits for.
    void this.stop();
  }
}
