import {
  deadLetter,
  deadLetterTopicOf,
  EventLogError,
  type EventLog,
  type EventLogProducer,
  letterHeaders,
  type LogRecord,
  type OutgoingRecord,
  type TopicPartition,
} from '@streakline/event-log';
import type { Problem } from '@streakline/web-api';

/** Writes dead letters, by a producer that is opened for the first one. */
export class LetterBox {
  private opened: Promise<EventLogProducer> | undefined;

  constructor(private readonly eventLog: EventLog) {}

  /** Resolves when the letter is safe. Rejects with an EventLogError: trying again may write it twice, which is harmless. */
  async put(record: LogRecord, origin: TopicPartition, problem: Problem): Promise<void> {
    const topic = deadLetterTopicOf(origin.topic);
    const letter = deadLetter(record, origin, { ...problem });
    try {
      await this.send(topic, letter);
    } catch (error) {
      if (!(error instanceof EventLogError) || error.code !== 'recordTooLarge') throw error;
      await this.send(topic, withoutValue(letter));
    }
  }

  async close(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    // One that never opened, or whose broker is away, has nothing left to lose.
    await opened?.then((producer) => producer.close()).catch(() => undefined);
  }

  private async send(topic: string, letter: OutgoingRecord): Promise<void> {
    await (await this.producer()).send(topic, [letter]);
  }

  /** A producer finds its way back to the brokers by itself; only one that never got there is tried anew. */
  private producer(): Promise<EventLogProducer> {
    this.opened ??= this.eventLog.producer().catch((error: unknown) => {
      this.opened = undefined;
      throw error;
    });
    return this.opened;
  }
}

/** For a topic that takes less than it should: the record itself is still at its origin. */
function withoutValue(letter: OutgoingRecord): OutgoingRecord {
  const leftOut = JSON.stringify({ value: Buffer.byteLength(letter.value ?? '') });
  return { ...letter, value: null, headers: { ...letter.headers, [letterHeaders.leftOut]: leftOut } };
}
