import type { EventLog, EventLogProducer, OutgoingRecord, TopicSettings } from '../event-log';
import { EventLogError } from '../event-log-error';
import { ensureTopics } from '../topics/ensure-topics';

/** A producer, and what was given to it and has no answer yet. */
interface Opened {
  readonly producer: Promise<EventLogProducer>;
  readonly underWay: Set<Promise<unknown>>;
}

/**
 * Sends dead letters, by a producer that is opened for the first one. A topic that nobody made, or that was deleted to
 * be rid of what lay in it, is made for the next letter.
 */
export class LetterWriter {
  private opened: Opened | undefined;

  constructor(private readonly eventLog: EventLog) {}

  /** Resolves when the letter is safe. Rejects with an {@link EventLogError}: sent again, it may be there twice, which is harmless. */
  async send(topic: TopicSettings, letter: OutgoingRecord): Promise<void> {
    const used = this.open();
    try {
      await sendBy(used, topic, letter);
    } catch (error) {
      if (!(error instanceof EventLogError) || error.code !== 'unknownTopic') throw error;
      this.retire(used);
      await this.make(topic);
      await sendBy(this.open(), topic, letter);
    }
  }

  async close(): Promise<void> {
    const { opened } = this;
    this.opened = undefined;
    await close(opened);
  }

  /** A producer finds its way back to the brokers by itself; only one that never got there is tried anew. */
  private open(): Opened {
    if (this.opened !== undefined) return this.opened;
    const opened = { producer: this.eventLog.producer(), underWay: new Set<Promise<unknown>>() };
    opened.producer.catch(() => {
      if (this.opened === opened) this.opened = undefined;
    });
    this.opened = opened;
    return opened;
  }

  /** A producer of kafkajs that missed a topic of its own once fails for good, also when the topic is back. */
  private retire(used: Opened): void {
    if (this.opened !== used) return;
    this.opened = undefined;
    // Closed while it tries again, kafkajs would connect again, and nobody would close that.
    void Promise.allSettled(used.underWay).then(() => close(used));
  }

  private async make(topic: TopicSettings): Promise<void> {
    const admin = await this.eventLog.admin();
    try {
      await ensureTopics(admin, [topic]);
    } finally {
      await admin.close();
    }
  }
}

async function sendBy({ producer, underWay }: Opened, topic: TopicSettings, letter: OutgoingRecord): Promise<void> {
  const sent = producer.then((each) => each.send(topic.name, [letter]));
  underWay.add(sent);
  try {
    await sent;
  } finally {
    underWay.delete(sent);
  }
}

/** One that never opened, or whose broker is away, has nothing left to lose. */
async function close(opened: Opened | undefined): Promise<void> {
  await opened?.producer.then((each) => each.close()).catch(() => undefined);
}
