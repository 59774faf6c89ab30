import type { RecordedEvent } from '@streakline/events';
import type { AnyFold } from '../contract/projection';
import type { RowsByTable } from '../contract/table';
import { frozenReason, type ParkedEvent } from '../parked/parked-events';

/** A key's state after some events, and its rows as `encode` gave them. */
export interface FoldedKey<Encoded> {
  readonly state: unknown;
  readonly rows: Encoded;
}

/** Folds events into a state. Throws what the fold or `encode` throws; the state handed in is then half changed. */
export function foldEvents<Encoded>(
  fold: AnyFold,
  events: readonly RecordedEvent[],
  from: unknown,
  encode: (rows: RowsByTable) => Encoded,
): FoldedKey<Encoded> {
  let state = from;
  for (const event of events) state = fold.apply(state, event);
  return { state, rows: encode(fold.rows(state)) };
}

/**
 * Folds events up to the first that fails, by itself or in the rows it leads to; that one and all after it are parked.
 * For a key on which foldEvents() threw.
 *
 * @param fresh the state before the events, made anew at each call
 */
export async function foldUntilFailure<Encoded>(
  fold: AnyFold,
  key: string,
  events: readonly RecordedEvent[],
  fresh: () => Promise<unknown>,
  encode: (rows: RowsByTable) => Encoded,
): Promise<FoldedKey<Encoded> & { readonly parked: readonly ParkedEvent[] }> {
  const failure = findFailure(fold, events, await fresh(), encode);
  const folded = foldEvents(fold, events.slice(0, failure.at), await fresh(), encode);
  const parked = events.slice(failure.at).map((event, after) => ({
    key,
    position: event.position,
    reason: after === 0 ? failure.reason : frozenReason(events[failure.at]?.position ?? 0),
  }));
  return { ...folded, parked };
}

function findFailure(
  fold: AnyFold,
  events: readonly RecordedEvent[],
  from: unknown,
  encode: (rows: RowsByTable) => unknown,
): { readonly at: number; readonly reason: string } {
  let state = from;
  for (const [at, event] of events.entries()) {
    try {
      state = fold.apply(state, event);
      encode(fold.rows(state));
    } catch (error) {
      return { at, reason: reasonOf(error) };
    }
  }
  return { at: events.length, reason: '' };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
