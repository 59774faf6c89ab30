import type { RecordedEvent } from '@streakline/events';

/** What a stream says, event by event. Pure. Make it once (a constant): folded states are cached by it. */
export interface Fold<State> {
  readonly initialState: State;
  evolve(state: State, event: RecordedEvent): State;
}

/** Reads and folds a stream, remembering the version it was read at. The state may be shared: never change it. */
export type LoadState = <State>(
  streamId: string,
  fold: Fold<State>,
) => Promise<{ readonly state: State; readonly version: number }>;
