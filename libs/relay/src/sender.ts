import type { SessionLock } from '@streakline/database';
import type { EventLogProducer, OutgoingRecord } from '@streakline/event-log';
import type { RecordedEvent } from '@streakline/events';
import { lowestTail, type Placed, placeEvents, placeWatermarks, type Tails } from './placing/place-events';
import { RelayError } from './relay-error';

export interface SenderOptions {
  readonly producer: EventLogProducer;
  readonly topic: string;
  readonly lock: SessionLock;
  readonly tails: Tails;
  /** Milliseconds between watermarks, at least. */
  readonly watermarkInterval: number;
  readonly onSent: (records: number) => void;
}

/** What one request carries at most, in characters of values: brokers refuse much larger ones, and hold all of it. */
const MOST_A_SEND = 4 * 1024 * 1024;

/**
 * Sends events and watermarks of one turn at the lock, one batch after the other: the next leaves when the last is
 * stored, so that what a partition holds is always whole up to its end. After a failure nothing leaves any more: what
 * came behind the lost batch would look whole without it.
 */
export class Sender {
  /** Rejects when something that nobody waits for could not be sent. */
  readonly failed: Promise<never>;
  private fail: (error: unknown) => void = () => undefined;
  private tails: Tails;
  private head: number;
  private lastWatermarkAt = 0;
  private watermarkTimer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private readonly ends = new Map<number, number>();

  constructor(private readonly options: SenderOptions) {
    this.tails = options.tails;
    this.head = lowestTail(options.tails);
    this.failed = new Promise((_, reject) => (this.fail = reject));
    this.failed.catch(() => undefined);
  }

  /** The position up to which every partition has everything. */
  get position(): number {
    return this.head;
  }

  /** Resolves when the events before these are in the log, so that the next are read while these are on their way. */
  async relay(events: readonly RecordedEvent[]): Promise<void> {
    await this.turn;
    this.inTurn(async () => {
      const head = events.at(-1)?.position ?? this.head;
      const withEvents = placeEvents(events, this.tails);
      const due = this.watermarkDueIn() <= 0;
      const all = due ? this.withWatermarks(withEvents, head) : withEvents;
      await this.send(all, head);
      if (!due) this.watermarkSoon();
    });
  }

  /** Lets the batch in hand finish; no watermark leaves after. */
  async close(): Promise<void> {
    clearTimeout(this.watermarkTimer);
    await this.turn.catch(() => undefined);
    clearTimeout(this.watermarkTimer);
  }

  private withWatermarks({ records, tails }: Placed, head: number): Placed {
    this.lastWatermarkAt = Date.now();
    const watermarks = placeWatermarks(head, tails);
    return { records: [...records, ...watermarks.records], tails: watermarks.tails };
  }

  private watermarkSoon(): void {
    this.watermarkTimer ??= setTimeout(() => {
      this.watermarkTimer = undefined;
      this.inTurn(() => this.send(this.withWatermarks({ records: [], tails: this.tails }, this.head), this.head));
    }, this.watermarkDueIn());
  }

  private watermarkDueIn(): number {
    return this.lastWatermarkAt + this.options.watermarkInterval - Date.now();
  }

  private async send({ records, tails }: Placed, head: number): Promise<void> {
    const { lock, producer, topic, onSent } = this.options;
    if (!lock.held)
      throw new RelayError('lockLost', `The lock to relay to ${topic} was lost: another relay may have it.`);
    for (const some of inSends(records)) this.checkOffsets(some, await producer.send(topic, some));
    this.tails = tails;
    this.head = Math.max(this.head, head);
    onSent(records.length);
  }

  /** Offsets that run backwards are those of another topic under the same name: it lacks all that was sent before. */
  private checkOffsets(records: readonly OutgoingRecord[], firsts: ReadonlyMap<number, number>): void {
    for (const [partition, first] of firsts) {
      if (first >= 0 && first < (this.ends.get(partition) ?? 0)) {
        throw new RelayError(
          'logMadeAnew',
          `Topic ${this.options.topic} was deleted and made anew: everything is sent to it again.`,
        );
      }
      this.ends.set(partition, first);
    }
    for (const { partition } of records) this.ends.set(partition, (this.ends.get(partition) ?? 0) + 1);
  }

  private inTurn(work: () => Promise<void>): void {
    this.turn = this.turn.then(work);
    this.turn.catch(this.fail);
  }
}

/** The records in their order, as many at a time as a request takes. */
function* inSends(records: readonly OutgoingRecord[]): Generator<readonly OutgoingRecord[]> {
  let [from, size] = [0, 0];
  for (const [at, { value }] of records.entries()) {
    size += value?.length ?? 0;
    if (size <= MOST_A_SEND || at === from) continue;
    yield records.slice(from, at);
    [from, size] = [at, value?.length ?? 0];
  }
  if (from < records.length) yield records.slice(from);
}
