import { setTimeout as wait } from 'node:timers/promises';
import type { EventLogConsumer } from '@streakline/event-log';
import { consumeInbound } from './consuming';
import { LetterBox } from './handling/letter-box';
import { pause, pauseAfter } from './handling/patience';
import { Troubles } from './handling/troubles';
import type { InboundOptions } from './options';

export interface InboundStatus {
  /** `connecting`: no member of the group, and trying to become one. */
  readonly state: 'connecting' | 'consuming' | 'stopped';
  /** How many partitions the group gave to this consumer; the others of the group have the rest. */
  readonly partitions: number;
  /** What keeps it from the group, or keeps a record waiting, at the moment. */
  readonly problem: string | null;
}

export interface Inbound {
  status(): InboundStatus;
  /** Lets the records in work finish and leaves the group, within 5 s; what was not begun is left to the next reader. */
  stop(): Promise<void>;
}

/** Milliseconds. */
const LONGEST_STOP = 4_500;
/** A consumer that ends sooner, in milliseconds, is begun again only after a longer pause. */
const HEALTHY_MS = 10_000;

/**
 * Reads both inbound topics and turns their records into commands, until it is stopped. Kafka and the database may be
 * away, at the start and later: nothing is given up, and no record is passed over before its outcome is stored, be it
 * events or a dead letter.
 *
 * @example
 * const inbound = startInbound({ eventLog, topics: topicsOf(prefix), group: `${prefix}streakline-intake`, execute, log });
 */
export function startInbound(options: InboundOptions): Inbound {
  return new RunningInbound(options);
}

class RunningInbound implements Inbound {
  private readonly stopping = new AbortController();
  private readonly letters: LetterBox;
  private readonly troubles = new Troubles();
  private readonly running: Promise<void>;
  private consumer: EventLogConsumer | undefined;
  private stopped: Promise<void> | undefined;
  private state: InboundStatus['state'] = 'connecting';

  constructor(private readonly options: InboundOptions) {
    this.letters = new LetterBox(options.eventLog, options.topics);
    this.running = this.run();
  }

  status(): InboundStatus {
    return {
      state: this.state,
      partitions: this.consumer?.assignment.length ?? 0,
      problem: this.troubles.message,
    };
  }

  stop(): Promise<void> {
    this.stopped ??= this.shutDown();
    return this.stopped;
  }

  private async shutDown(): Promise<void> {
    this.stopping.abort();
    // A broker that does not answer must not hold up the process: what it was not told it finds out by itself.
    await Promise.race([this.running, wait(LONGEST_STOP, undefined, { ref: false })]);
    this.state = 'stopped';
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    for (let failures = 0; !signal.aborted;) {
      const begun = Date.now();
      await this.consume().catch((err: unknown) => this.failed(err));
      await this.leave();
      failures = Date.now() - begun > HEALTHY_MS ? 0 : failures + 1;
      await pause(pauseAfter(failures), signal);
    }
    await this.letters.close();
  }

  private async consume(): Promise<void> {
    const { signal } = this.stopping;
    this.consumer = await consumeInbound(this.options, this.letters, this.troubles, signal);
    this.troubles.passed(this);
    if (signal.aborted) return;
    this.state = 'consuming';
    this.options.log.info({ group: this.options.group }, 'reading the inbound topics');
    await Promise.race([this.consumer.ended, aborted(signal)]);
  }

  private failed(err: unknown): void {
    // What is left undone when all is to stop is no failure.
    if (this.stopping.signal.aborted) return;
    this.state = 'connecting';
    this.troubles.note(this, err);
    this.options.log.warn({ err, group: this.options.group }, 'reading the inbound topics ended and begins again');
  }

  private async leave(): Promise<void> {
    const { consumer } = this;
    this.consumer = undefined;
    await consumer?.stop();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
