import type { RecordedEvent } from '@streakline/events';
import type { PoolClient } from 'pg';
import type { RowsByTable, Table } from './table';

/**
 * What one kind of key (instruments, announcements...) makes of the events that concern it: a state, and the rows
 * that show it. Apart from `load`, everything is pure: no clock, no I/O, no state beside the one handed in.
 *
 * Adding an event must be idempotent and commutative within a key: a rewound checkpoint delivers events again.
 */
export interface KeyedFold<State> {
  /** Keys of this kind. The kinds of one projection take disjoint keys; a key that no kind takes is passed over. */
  takes(key: string): boolean;
  empty(key: string): State;
  /**
   * States of `keys` from their facts at rest, inside the transaction that goes on to change them. A key without
   * facts is left out. `schema` is the version's schema, to be quoted as it is.
   */
  load(client: PoolClient, schema: string, keys: readonly string[]): Promise<ReadonlyMap<string, State>>;
  /** May change and return the state handed in: the engine uses it no more. A throw parks the key from this event on. */
  apply(state: State, event: RecordedEvent): State;
  /**
   * Every row of the state, facts included. The same state always gives the same rows. Rows are kept and compared with
   * the next ones: they share nothing with the state that apply() may change.
   */
  rows(state: State): RowsByTable;
  /** Approximate bytes that the state and its rows hold in memory; bounds the cache. */
  sizeOf(state: State): number;
}

/** Folds events, key by key, into the tables of a schema of its own. */
export interface Projection {
  /** Names its schemas, `<name>_v<version>`: lower case, digits and underscores. */
  readonly name: string;
  /** Raised by hand whenever the same events give other rows: the next start then rebuilds side by side. */
  readonly definition: number;
  readonly tables: readonly Table[];
  readonly folds: readonly AnyFold[];
  /**
   * Tells others what was found. Called in the transaction that writes a batch, once for every few of its keys, only
   * where the version written to is the one that serves; what it throws fails the transaction, which is then tried
   * again. Neither the load of a rebuild nor what a version reads before it serves comes here, but the flip makes up
   * for the events that the version it replaces had not come to. A redelivery may name events once more.
   */
  readonly publish?: (client: PoolClient, changed: readonly ChangedKey[]) => Promise<void>;
}

/** A key that a batch has changed. */
export interface ChangedKey {
  readonly key: string;
  /** After the batch, as the key's fold made it: to be read, and not to be kept. */
  readonly state: unknown;
  /** Those of the batch that went into it, in position order. */
  readonly events: readonly RecordedEvent[];
}

/** A fold whose state only it can look into. Made by `keyedFold`. */
export type AnyFold = KeyedFold<unknown>;

/** Lets folds of different states stand in one list. The engine gives a fold back only the states that it made. */
export function keyedFold<State>(fold: KeyedFold<State>): AnyFold {
  return fold;
}

/** The fold of a key, if any kind takes it. */
export function foldOf(projection: Projection, key: string): AnyFold | undefined {
  return projection.folds.find((fold) => fold.takes(key));
}

/** Schema that holds the tables of one version. */
export function schemaOf(projectionName: string, version: number): string {
  return `${projectionName}_v${version}`;
}
