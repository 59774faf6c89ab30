import {
  DeadLetterReader,
  type DeadLetterSource,
  type EventLog,
  EventLogError,
  type FoundDeadLetters,
  type Topics,
} from '@streakline/event-log';

export interface KafkaLettersOptions {
  readonly eventLog: EventLog;
  readonly topics: Topics;
  /** Stands before the names of consumer groups. */
  readonly prefix: string;
}

/** Milliseconds that whoever asks waits for the brokers. What they answer later, the next one is told. */
const PATIENCE_MS = 5_000;

/**
 * The dead letters of a process that lives: the topics are read on from where the last question ended, one question at a
 * time, over a connection that is opened for it and closed again, so that Kafka may be away in between.
 */
export class KafkaLetters {
  private readonly reader = new DeadLetterReader();
  private reading: Promise<FoundDeadLetters> | undefined;

  constructor(private readonly options: KafkaLettersOptions) {}

  get topics(): Topics {
    return this.options.topics;
  }

  /**
   * What is open now. Whoever asks while the topics are read is told what that finds.
   *
   * @throws EventLogError where the brokers do not answer, or not within 5 s
   */
  async open(): Promise<FoundDeadLetters> {
    this.reading ??= this.use((source) => this.reader.read(source)).finally(() => (this.reading = undefined));
    return withinPatience(this.reading);
  }

  /** Runs `work` with an open connection. */
  async use<T>(work: (source: DeadLetterSource) => Promise<T>): Promise<T> {
    const admin = await this.options.eventLog.admin();
    try {
      return await work({ ...this.options, admin });
    } finally {
      await admin.close();
    }
  }
}

async function withinPatience<T>(answer: Promise<T>): Promise<T> {
  // Given up on, it may fail with nobody to hear it.
  answer.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const said = `Kafka: no answer within ${PATIENCE_MS / 1000} s.`;
    timer = setTimeout(() => reject(new EventLogError('timedOut', said)), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
