import { type OutgoingRecord, topics } from '@streakline/event-log';
import { createLog } from '@streakline/observability';
import {
  compareVersions,
  type Projection,
  Projector,
  type ProjectorOptions,
  projectionsMigrations,
  rebuild,
} from '@streakline/projections';
import { Relay } from '@streakline/relay';
import { createTestStore, tallyProjection, type TestKafka, type TestStore } from '@streakline/testing';
import { logFeed } from '../src/log-feed';
import type { LogFeedOptions } from '../src/log-feed-options';

/** A store, its topic, and whatever relays and projectors a test sets on them. */
export class FedFromKafka {
  private readonly running: { stop(): Promise<void> }[] = [];

  private constructor(
    readonly kafka: TestKafka,
    readonly made: TestStore,
    readonly topic: string,
  ) {}

  static async create(kafka: TestKafka): Promise<FedFromKafka> {
    const made = await createTestStore({ migrations: projectionsMigrations });
    return new FedFromKafka(kafka, made, await kafka.createTopic());
  }

  parts(projection: Projection = tallyProjection()) {
    return { pool: this.made.database.pool, store: this.made.store, projection };
  }

  startRelay(): Relay {
    const { pool, store } = this.parts();
    const topic = { ...topics.events, name: this.topic };
    const relay = new Relay({ pool, store, eventLog: this.kafka.log, topic, log: createLog('silent') });
    relay.start();
    this.running.push(relay);
    return relay;
  }

  feed(options: Partial<LogFeedOptions> = {}) {
    return logFeed({
      eventLog: this.kafka.log,
      topic: this.topic,
      groupPrefix: `${this.topic}-`,
      onUnreadable: () => Promise.resolve(),
      log: createLog('silent'),
      ...options,
    });
  }

  /** Starts a projector on Kafka, or as the options have it. */
  async start(options: Partial<ProjectorOptions> = {}): Promise<Projector> {
    const projector = new Projector({ ...this.parts(), startFeed: this.feed(), ...options });
    this.running.push(projector);
    await projector.start();
    return projector;
  }

  async send(...records: readonly OutgoingRecord[]): Promise<void> {
    const producer = await this.kafka.log.producer();
    await producer.send(this.topic, records);
    await producer.close();
  }

  /** Fails unless the rows of the version that serves are those of a rebuild from zero. */
  async expectEqualToRebuild(projection: Projection = tallyProjection()): Promise<void> {
    const { version, replaced } = await rebuild(this.parts(projection), { keepOld: true });
    const comparison = await compareVersions(this.made.database.pool, projection, replaced ?? 0, version);
    expect(comparison).toMatchObject({ equal: true, differences: [] });
    expect(comparison.rows['totals']?.[0]).toBeGreaterThan(0);
  }

  async dispose(): Promise<void> {
    await Promise.all(this.running.splice(0).map((one) => one.stop()));
    await this.made.dispose();
  }
}
