import type { NewEvent, RecordedEvent } from '@streakline/events';
import type { RawEvent, RawReadOptions } from './reading/raw-event';

/**
 * What the writer believes of a stream: it is at exactly this version (`none` is 0), it `exists`, or it does not
 * matter (`any`).
 */
export type ExpectedVersion = number | 'none' | 'exists' | 'any';

export interface StreamAppend {
  readonly streamId: string;
  readonly expectedVersion: ExpectedVersion;
  readonly events: readonly NewEvent[];
}

/** One decision. It may span streams: all of it is stored, or none of it. Positions follow the order given here. */
export interface Append {
  readonly streams: readonly StreamAppend[];
  /** Left out, a random UUID. */
  readonly correlationId?: string;
  readonly causationId?: string;
}

export interface StoredEventReceipt {
  readonly id: string;
  readonly position: number;
  readonly streamId: string;
  readonly streamVersion: number;
}

/** What became of an append. Only `appended` has written anything. */
export type AppendResult =
  /** Durable: it survives a crash of this process and of PostgreSQL from here on. */
  | { readonly outcome: 'appended'; readonly events: readonly StoredEventReceipt[]; readonly recordedAt: number }
  /** The same events, by id and body, were stored before: their first receipt. */
  | { readonly outcome: 'alreadyAppended'; readonly events: readonly StoredEventReceipt[]; readonly recordedAt: number }
  /** A stream was not where the writer expected it. Read it again and decide again. */
  | {
      readonly outcome: 'versionConflict';
      readonly streamId: string;
      readonly expected: ExpectedVersion;
      readonly actual: number;
    }
  /** An event of this id is stored with another body, stream or type: a mistake of the caller's. */
  | { readonly outcome: 'eventIdReused'; readonly eventId: string; readonly position: number };

export interface ReadOptions {
  /** Only events with a greater position. Default 0: all. */
  readonly after?: number;
  /** Only events up to and with this position. */
  readonly upTo?: number;
}

export interface Subscription {
  /** Position up to which the handler has returned. */
  readonly position: number;
  /** Settles when the subscription ends: resolves after stop(), rejects with the handler's or the database's error. */
  readonly ended: Promise<void>;
  /** Lets the batch in hand finish, then ends. */
  stop(): Promise<void>;
}

/**
 * The append-only store of events: one gapless global order, streams with optimistic concurrency, an index by key.
 * Every adapter passes the contract suite in `@streakline/testing`.
 */
export interface EventStore {
  append(append: Append): Promise<AppendResult>;
  /** A stream's events in version order, upcast to the newest version of their types. Empty if there is no such stream. */
  readStream(streamId: string, options?: { readonly afterVersion?: number }): Promise<readonly RecordedEvent[]>;
  /** The events that concern a key, in position order. */
  readByKey(key: string, options?: ReadOptions): Promise<readonly RecordedEvent[]>;
  /** All events in position order, in batches, at replay speed and constant memory. Ends at the head of the moment it began. */
  readAll(options?: ReadOptions): AsyncIterable<readonly RecordedEvent[]>;
  /**
   * Events as text, chosen by type, key and knownAt, in the order of position or of knownAt; in batches, at constant
   * memory, and holding no connection between them. Ends at `upTo`, or the head of the moment it began.
   */
  readRaw(options?: RawReadOptions): AsyncIterable<readonly RawEvent[]>;
  /**
   * Events grouped by key: keys in ascending order, within a key by position; each key's events arrive together. An
   * event with several keys arrives once under each. Constant memory in the number of keys; what rebuilds read.
   */
  readAllByKey(
    options?: ReadOptions & { readonly keyPrefix?: string },
  ): AsyncIterable<{ readonly key: string; readonly events: readonly RecordedEvent[] }>;
  /** Position of the newest event; 0 when there is none. */
  head(): Promise<number>;
  /**
   * Position of the newest event recorded at or before an instant (epoch milliseconds); 0 where there is none. An append
   * under way may still be recorded at an instant that has just passed.
   */
  recordedBy(instant: number): Promise<number>;
  /**
   * Calls `handle` with every event after `after`, exactly once and in position order, batch after batch, each awaited
   * (so a slow handler slows the reading, never the writers). Woken within milliseconds of a commit.
   */
  subscribe(options: {
    readonly after: number;
    readonly maxBatch?: number;
    readonly handle: (events: readonly RecordedEvent[]) => Promise<void>;
  }): Subscription;
  close(): Promise<void>;
}
