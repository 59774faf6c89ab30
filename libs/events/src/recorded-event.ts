/**
 * An event as the store holds it: a fact in the past tense that is never changed.
 *
 * Instants are epoch milliseconds (UTC). `position` is the event's place in the one global, gapless order of the
 * store (1, 2, 3...); `streamVersion` its place in its own stream (1, 2, 3...).
 */
export interface RecordedEvent<Type extends string = string, Data = unknown> {
  readonly position: number;
  /** A UUID; an event is stored once per id. */
  readonly id: string;
  readonly streamId: string;
  readonly streamVersion: number;
  readonly type: Type;
  /** Version of the type's schema that `data` follows (after upcasting: always the newest). */
  readonly typeVersion: number;
  readonly data: Data;
  /** What the event concerns: instrument, announcement and amendment ids. It is indexed under each. */
  readonly keys: readonly string[];
  /** When all that the event says was public. */
  readonly knownAt: number;
  /** When this system stored it; never runs backwards along positions. */
  readonly recordedAt: number;
  /** The request or job that led to the event. */
  readonly correlationId: string;
  /** The event or command that led to it, where there was one. */
  readonly causationId: string | null;
}

/** An event on its way into the store. */
export interface NewEvent<Type extends string = string, Data = unknown> {
  /** A UUID. Left out, a random one is drawn: then repeating the append is not recognised by id. */
  readonly id?: string;
  readonly type: Type;
  readonly typeVersion: number;
  readonly data: Data;
  readonly keys: readonly string[];
  /** Epoch milliseconds; left out, the moment of recording. */
  readonly knownAt?: number;
}
