import type { NewEvent, RecordedEvent } from '@streakline/events';
import type { Refusal } from './refusal';

/**
 * A pure decision function and the state that it decides on (Chassaing's Decider). `decide` returns the events that
 * a command leads to; an empty list says that all of it is on record already.
 */
export interface Decider<State, Command> {
  readonly initialState: State;
  evolve(state: State, event: RecordedEvent): State;
  decide(command: Command, state: State): readonly NewEvent[] | Refusal;
}

/** Where a command came from, carried into the events that it leads to. */
export interface CommandContext {
  /** Epoch milliseconds: "now" to the deciders, which read no clock. */
  readonly now: number;
  readonly correlationId: string;
  readonly causationId?: string;
  /** Of the Idempotency-Key header, and the fingerprint of the request that used it. */
  readonly idempotency?: { readonly key: string; readonly fingerprint: string };
}

/** A command's answer: the id of what it concerns and the position up to which to read in order to see it. */
export interface CommandReceipt {
  /** `before`: all of it was on record already; the position is the one of the first time. */
  readonly said: 'now' | 'before';
  readonly id: string;
  readonly position: number;
}
