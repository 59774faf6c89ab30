import {
  deadLetter,
  deadLetterTopicOf,
  EventLogError,
  type EventLog,
  letterHeaders,
  LetterWriter,
  type LogRecord,
  type OutgoingRecord,
  type TopicPartition,
  type TopicSettings,
} from '@streakline/event-log';
import type { Problem } from '@streakline/web-api';
import type { InboundOptions } from '../options';

/** Writes the dead letters of inbound topics. */
export class LetterBox {
  private readonly writer: LetterWriter;

  constructor(
    eventLog: EventLog,
    private readonly topics: InboundOptions['topics'],
  ) {
    this.writer = new LetterWriter(eventLog);
  }

  /** Resolves when the letter is safe. Rejects with an EventLogError: trying again may write it twice, which is harmless. */
  async put(record: LogRecord, origin: TopicPartition, problem: Problem): Promise<void> {
    const topic = this.topicOf(origin);
    const letter = deadLetter(record, origin, { ...problem });
    try {
      await this.writer.send(topic, letter);
    } catch (error) {
      if (!(error instanceof EventLogError) || error.code !== 'recordTooLarge') throw error;
      await this.writer.send(topic, withoutValue(letter));
    }
  }

  close(): Promise<void> {
    return this.writer.close();
  }

  private topicOf(origin: TopicPartition): TopicSettings {
    const name = deadLetterTopicOf(origin.topic);
    const topic = Object.values(this.topics).find((each) => each.name === name);
    if (topic === undefined) throw new Error(`${origin.topic} is no inbound topic: nothing is put aside for it`);
    return topic;
  }
}

/** For a topic that takes less than it should: the record itself is still at its origin. */
function withoutValue(letter: OutgoingRecord): OutgoingRecord {
  const leftOut = JSON.stringify({ value: Buffer.byteLength(letter.value ?? '') });
  return { ...letter, value: null, headers: { ...letter.headers, [letterHeaders.leftOut]: leftOut } };
}
