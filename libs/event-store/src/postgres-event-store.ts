import type { RecordedEvent } from '@streakline/events';
import type { Pool } from 'pg';
import { AppendLane } from './appending/append-lane';
import { Batcher } from './appending/batcher';
import { patiently } from './appending/patiently';
import { prepareAppend, type PreparedAppend } from './appending/prepared-append';
import { resolveKnown } from './appending/resolve-known';
import type { Append, AppendResult, EventStore, ReadOptions, Subscription } from './event-store';
import { readAll, readAllByKey } from './reading/read-all';
import type { RawEvent, RawReadOptions } from './reading/raw-event';
import { readRaw } from './reading/read-raw';
import { selectEvents } from './reading/select-events';
import { upcasting, type UpcastableType, upcastingText } from './reading/upcasting';
import { selectByIds } from './sql/select-by-ids';
import { selectByKey } from './sql/select-by-key';
import { selectHead } from './sql/select-head';
import { selectPage } from './sql/select-page';
import { selectRecordedBy } from './sql/select-recorded-by';
import { selectStream } from './sql/select-stream';
import { HeadSignal } from './subscribing/head-signal';
import { Listener } from './subscribing/listener';
import { Notifier } from './subscribing/notifier';
import { RunningSubscription } from './subscribing/subscription';

export interface PostgresEventStoreOptions {
  /** The ways up from old versions; default: those of the catalogue. */
  readonly types?: ReadonlyMap<string, UpcastableType>;
  /** How often a subscriber looks by itself when no wake-up comes, in milliseconds; default 1,000. */
  readonly pollMs?: number;
}

const DEFAULT_MAX_BATCH = 1_000;

/**
 * The event store on PostgreSQL, over a pool whose database has `eventStoreMigrations`. `close` leaves the pool open:
 * it belongs to who made it.
 */
export class PostgresEventStore implements EventStore {
  private readonly upcast;
  private readonly upcastText;
  private readonly pollMs: number;
  private readonly signal = new HeadSignal();
  private readonly lane: AppendLane;
  private readonly batcher: Batcher;
  private readonly notifier: Notifier;
  private readonly listener: Listener;
  private readonly subscriptions = new Set<RunningSubscription>();
  private closed = false;

  constructor(
    private readonly pool: Pool,
    options: PostgresEventStoreOptions = {},
  ) {
    this.upcast = upcasting(options.types);
    this.upcastText = upcastingText(options.types);
    this.pollMs = options.pollMs ?? 1_000;
    this.lane = new AppendLane(pool);
    this.notifier = new Notifier(pool);
    this.listener = new Listener(pool, this.signal);
    this.batcher = new Batcher({
      store: (appends) => this.lane.store(appends),
      resolveKnown: (append) => this.resolveKnown(append),
      onAppended: (position) => {
        this.signal.advance(position);
        this.notifier.tell(position);
      },
    });
  }

  async append(append: Append): Promise<AppendResult> {
    if (this.closed) throw new Error('the event store is closed and takes no more appends');
    return this.batcher.append(prepareAppend(append));
  }

  async readStream(
    streamId: string,
    options: { readonly afterVersion?: number } = {},
  ): Promise<readonly RecordedEvent[]> {
    return (await this.select('select-stream', selectStream, [streamId, options.afterVersion ?? 0])).events;
  }

  async readByKey(key: string, options: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    return (
      await this.select('select-by-key', selectByKey, [
        key,
        options.after ?? 0,
        options.upTo ?? Number.MAX_SAFE_INTEGER,
      ])
    ).events;
  }

  async *readAll(options: ReadOptions = {}): AsyncGenerator<readonly RecordedEvent[]> {
    yield* readAll(this.pool, this.upcast, await this.rangeOf(options));
  }

  async *readRaw(options: RawReadOptions = {}): AsyncGenerator<readonly RawEvent[], void, void> {
    yield* readRaw(this.pool, this.upcastText, { ...options, ...(await this.rangeOf(options)) });
  }

  async *readAllByKey(
    options: ReadOptions & { readonly keyPrefix?: string } = {},
  ): AsyncGenerator<{ readonly key: string; readonly events: readonly RecordedEvent[] }> {
    yield* readAllByKey(this.pool, this.upcast, {
      ...(await this.rangeOf(options)),
      keyPrefix: options.keyPrefix ?? '',
    });
  }

  async head(): Promise<number> {
    const { rows } = await this.pool.query<{ position: string }>(selectHead);
    return Number(rows[0]?.position ?? 0);
  }

  async recordedBy(instant: number): Promise<number> {
    const query = { name: 'select-recorded-by', text: selectRecordedBy, values: [Math.floor(instant)] };
    const { rows } = await this.pool.query<{ position: string }>(query);
    return Number(rows[0]?.position ?? 0);
  }

  subscribe(options: {
    readonly after: number;
    readonly maxBatch?: number;
    readonly handle: (events: readonly RecordedEvent[]) => Promise<void>;
  }): Subscription {
    if (this.closed) throw new Error('the event store is closed and takes no more subscriptions');
    this.listener.open();
    const subscription = new RunningSubscription({
      after: options.after,
      maxBatch: options.maxBatch ?? DEFAULT_MAX_BATCH,
      handle: options.handle,
      pollMs: this.pollMs,
      signal: this.signal,
      readPage: (after, limit) => this.select('select-page', selectPage, [after, limit]),
    });
    this.subscriptions.add(subscription);
    const forget = () => this.subscriptions.delete(subscription);
    subscription.ended.then(forget, forget);
    return subscription;
  }

  /** Lets what is under way finish: appends are stored and answered, subscribers end after the batch in hand. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.batcher.drain();
    await this.notifier.drain();
    await this.listener.close();
    this.lane.close();
  }

  private select(name: string, text: string, values: readonly unknown[]) {
    return selectEvents(this.pool, this.upcast, name, text, values);
  }

  private async resolveKnown(append: PreparedAppend): Promise<AppendResult> {
    const ids = append.streams.flatMap(({ events }) => events.map(({ id }) => id));
    // As they were written: an upcast event would differ from what is appended again.
    const { events } = await patiently(() =>
      selectEvents(this.pool, (event) => event, 'select-by-ids', selectByIds, [ids]),
    );
    return resolveKnown(append, new Map(events.map((event) => [event.id, event])));
  }

  private async rangeOf({ after, upTo }: Pick<RawReadOptions, 'after' | 'upTo'>): Promise<Required<ReadOptions>> {
    return { after: after ?? 0, upTo: Math.min(upTo ?? Number.MAX_SAFE_INTEGER, await this.head()) };
  }
}
