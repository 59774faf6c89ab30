import { randomUUID } from 'node:crypto';
import { createLog } from '@streakline/observability';
import { partitionOf } from '@streakline/projections';
import {
  anEvent,
  aStream,
  createTestStore,
  expectNoGaps,
  readEventsTopic,
  type TestKafka,
  type TestStore,
  until,
} from '@streakline/testing';
import { Relay } from '../src/relay';
import type { RelayOptions } from '../src/relay-options';

type EventsTopic = Awaited<ReturnType<typeof readEventsTopic>>;

/** A store, what it owes to each partition, and relays that should bring it there. */
export class RelayedEvents {
  private readonly owed: number[][] = Array.from({ length: 12 }, () => []);
  private readonly relays: Relay[] = [];
  private readonly topics: string[] = [];

  private constructor(
    readonly made: TestStore,
    private readonly kafka: () => TestKafka,
  ) {}

  static async open(kafka: () => TestKafka): Promise<RelayedEvents> {
    return new RelayedEvents(await createTestStore(), kafka);
  }

  aTopic(): RelayOptions['topic'] {
    const topic = { name: `test-${randomUUID()}`, partitions: 12, configuration: {} };
    this.topics.push(topic.name);
    return topic;
  }

  start(topic: RelayOptions['topic'], more: Partial<RelayOptions> = {}): Relay {
    const { database, store } = this.made;
    const log = createLog('fatal');
    const options = { pool: database.pool, store, eventLog: this.kafka().log, log, standbyInterval: 50, topic };
    const relay = new Relay({ ...options, ...more });
    this.relays.push(relay);
    relay.start();
    return relay;
  }

  /** Appends events of some keys each, one after the other. */
  async append(count: number, keysEach = 2): Promise<void> {
    for (let done = 0; done < count; done += 1) await this.appendOne(keysEach);
  }

  /** Appends until it is told to stop. */
  appendMeanwhile(): { stop(): Promise<void> } {
    let stopped = false;
    const appending = (async () => {
      while (!stopped) await this.appendOne(2);
    })();
    return { stop: () => ((stopped = true), appending) };
  }

  async arrivesBy(relay: Relay): Promise<number> {
    const head = await this.made.store.head();
    await until('the relay is at the head', () => relay.status.position === head);
    return head;
  }

  /** Fails where the topic lacks anything that is owed to it. */
  async check(topic: string): Promise<EventsTopic> {
    const partitions = await readEventsTopic(this.kafka(), topic);
    partitions.forEach((records, partition) => expectNoGaps(records, this.owed[partition] ?? []));
    return partitions;
  }

  async stopRelays(): Promise<void> {
    await Promise.all(this.relays.splice(0).map((relay) => relay.stop()));
  }

  async close(): Promise<void> {
    const { admin } = this.kafka();
    // A topic that a test has removed itself.
    for (const topic of this.topics) await admin.deleteTopic(topic).catch(() => undefined);
    await this.made.dispose();
  }

  private async appendOne(keysEach: number): Promise<void> {
    const keys = Array.from({ length: keysEach }, () => `ins_${randomUUID()}`);
    const events = [anEvent({ keys: [...keys, `idempotency:${randomUUID()}`] })];
    const result = await this.made.store.append({
      streams: [{ streamId: aStream(), expectedVersion: 'any', events }],
    });
    if (result.outcome !== 'appended') throw new Error(result.outcome);
    const position = result.events[0]?.position ?? 0;
    for (const partition of new Set(keys.map(partitionOf))) this.owed[partition]?.push(position);
  }
}

/** By partition, how often events came to it beyond once each. */
export function duplicatesIn(partitions: EventsTopic): readonly number[] {
  return partitions.map((records) => {
    const positions = records.flatMap(({ event }) => (event === null ? [] : [event.position]));
    return positions.length - new Set(positions).size;
  });
}
