import type { RecordedEvent } from '@streakline/events';

/** An event whose data is left as the text that it was stored as: what only passes it on saves the parsing. */
export interface RawEvent extends Omit<RecordedEvent, 'data'> {
  /** Its data in JSON, of the newest version of its type. On one line. */
  readonly json: string;
}

/** A place in the order of knownAt: instants are epoch milliseconds, and of equal ones the position decides. */
export interface KnownPlace {
  readonly knownAt: number;
  readonly position: number;
}

/** Which events to read, and in which order. */
export interface RawReadOptions {
  /** Only events with a greater position. Default 0: all. */
  readonly after?: number | undefined;
  /** Only events up to and with this position. */
  readonly upTo?: number | undefined;
  readonly types?: readonly string[] | undefined;
  /** Only events that concern one of these keys. */
  readonly keys?: readonly string[] | undefined;
  /** Only events of which something was known at this instant or later. Epoch milliseconds. */
  readonly knownFrom?: number | undefined;
  /**
   * Only events of which something may have been known before this instant: besides those whose own knownAt is, each
   * delivery of bars that may hold a session which closed before it.
   */
  readonly knownBefore?: number | undefined;
  /**
   * `many`: only events that may hold facts known at several instants, deliveries of bars by their sessions' closes;
   * `one`: only the others, all known at their knownAt. Left out: all.
   */
  readonly instants?: 'one' | 'many' | undefined;
  /** Default: position. */
  readonly order?: 'position' | 'knownAt' | undefined;
  /** In the order of knownAt: only events behind this place. */
  readonly behind?: KnownPlace | undefined;
  /** So many events at most. */
  readonly limit?: number | undefined;
}
