import {
  AnnouncementScheduled,
  DelistingRecorded,
  DistributionRecorded,
  HaltRecorded,
  type RecordedEvent,
} from '@streakline/events';
import type { Said } from './said';

/** `knownAt`: epoch milliseconds. */
interface Dated {
  readonly knownAt: number;
}

export type Halt = Said<typeof HaltRecorded>;
export type Distribution = Said<typeof DistributionRecorded>;
export type Delisting = Said<typeof DelistingRecorded> & Dated;
export type Schedule = Said<typeof AnnouncementScheduled> & Dated;

/** What was said of how an instrument trades, and of what is to come. */
export interface TradingState {
  /** At most one a start; one said again more fully replaces the other. */
  readonly halts: readonly Halt[];
  /** At most one of a kind a session; one said again more fully replaces the other. */
  readonly distributions: readonly Distribution[];
  /** Every word on it, in the order they were said. */
  readonly delistings: readonly Delisting[];
  /** Every word on every announcement to come, in the order they were said. */
  readonly schedules: readonly Schedule[];
}

export const nothingOfTrading: TradingState = { halts: [], distributions: [], delistings: [], schedules: [] };

/** The state after an event; the same one where the event is about something else. */
export function evolveTrading<State extends TradingState>(state: State, event: RecordedEvent): State {
  const { position, knownAt } = event;
  if (HaltRecorded.is(event)) {
    const from = Date.parse(event.data.from);
    const others = state.halts.filter((halt) => Date.parse(halt.from) !== from);
    return { ...state, halts: [...others, { ...event.data, position }] };
  }
  if (DistributionRecorded.is(event)) {
    const { exDate, kind } = event.data;
    const others = state.distributions.filter((one) => one.exDate !== exDate || one.kind !== kind);
    return { ...state, distributions: [...others, { ...event.data, position }] };
  }
  if (DelistingRecorded.is(event))
    return { ...state, delistings: [...state.delistings, { ...event.data, position, knownAt }] };
  if (AnnouncementScheduled.is(event))
    return { ...state, schedules: [...state.schedules, { ...event.data, position, knownAt }] };
  return state;
}

/** The word known last by a moment (epoch milliseconds), of those known at once the one said last. */
export function lastWord<Word extends Dated>(words: readonly Word[], by = Infinity): Word | undefined {
  return words.reduce<Word | undefined>(
    (last, word) => (word.knownAt <= by && word.knownAt >= (last?.knownAt ?? -Infinity) ? word : last),
    undefined,
  );
}
