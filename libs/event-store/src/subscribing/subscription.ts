import { setTimeout as wait } from 'node:timers/promises';
import { isConnectionLoss } from '@streakline/database';
import type { RecordedEvent } from '@streakline/events';
import type { Subscription } from '../event-store';
import type { SelectedEvents } from '../reading/select-events';
import type { HeadSignal } from './head-signal';
import { PageSize } from './page-size';

export interface SubscriptionOptions {
  readonly after: number;
  readonly maxBatch: number;
  readonly pollMs: number;
  readonly signal: HeadSignal;
  readonly readPage: (after: number, limit: number) => Promise<SelectedEvents>;
  readonly handle: (events: readonly RecordedEvent[]) => Promise<void>;
}

/**
 * reading -> handling -> reading -> ... -> waiting (for a wake-up or the poll) -> reading, from any of them to
 * disconnected and back to reading, and to ended.
 */
type State = 'reading' | 'handling' | 'waiting' | 'disconnected' | 'ended';

const RECONNECT_MS = 100;

/** Follows the store. That positions have no gaps and become visible in order makes "greater than the last" enough. */
export class RunningSubscription implements Subscription {
  readonly ended: Promise<void>;
  state: State = 'reading';
  private last: number;
  private stopping = false;
  private readonly pageSize: PageSize;

  constructor(private readonly options: SubscriptionOptions) {
    this.last = options.after;
    this.pageSize = new PageSize(options.maxBatch);
    this.ended = this.run();
    // Whoever does not look at `ended` must not be ended by it.
    this.ended.catch(() => undefined);
  }

  get position(): number {
    return this.last;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.options.signal.wakeAll();
    await this.ended.catch(() => undefined);
  }

  private async run(): Promise<void> {
    try {
      while (!this.stopping) await this.step();
    } finally {
      this.state = 'ended';
    }
  }

  private async step(): Promise<void> {
    this.state = 'reading';
    const events = await this.read();
    if (this.stopping || events === undefined) return;
    if (events.length === 0) {
      this.state = 'waiting';
      return this.options.signal.waitBeyond(this.last, this.options.pollMs);
    }
    this.state = 'handling';
    await this.options.handle(events);
    this.last = events.at(-1)?.position ?? this.last;
  }

  /** The next events; undefined where PostgreSQL is away, for which it waits. */
  private async read(): Promise<readonly RecordedEvent[] | undefined> {
    try {
      const { events, size } = await this.options.readPage(this.last, this.pageSize.current);
      this.pageSize.learn(events.length, size);
      this.checkOrder(events);
      return events;
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      this.state = 'disconnected';
      await wait(RECONNECT_MS);
      return undefined;
    }
  }

  private checkOrder(events: readonly RecordedEvent[]): void {
    events.forEach(({ position }, index) => {
      const expected = this.last + index + 1;
      if (position !== expected)
        throw new Error(
          `position ${expected} is missing from the event store: ${position} follows ${expected - 1}; restore the store from a backup`,
        );
    });
  }
}
