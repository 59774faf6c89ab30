import {
  type InstrumentId,
  InstrumentRenamed,
  type NewEvent,
  type RecordedEvent,
  SymbolAssigned,
  SymbolReleased,
} from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import { exchange } from '@streakline/market-time';
import { instrumentFold, type InstrumentState, type ListedName } from '../identity/instrument-state';
import { symbolFold, type SymbolState, type Tenure } from '../identity/symbol-state';
import { micFault } from '../sessions/mic-fault';
import { sessionFault } from '../sessions/calendar-fault';

/** What is on record of the instrument, and whom the wanted symbol has named. */
export interface RenamingState {
  readonly instrument: InstrumentState;
  readonly wantedSymbol: SymbolState;
}

export interface RenamingToDecide {
  readonly instrumentId: InstrumentId;
  readonly symbol: string;
  readonly mic: string;
  readonly from: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export const renameInstrumentDecider: Decider<RenamingState, RenamingToDecide> = {
  initialState: { instrument: instrumentFold.initialState, wantedSymbol: symbolFold.initialState },
  evolve,
  decide(wanted, { instrument, wantedSymbol }) {
    if (saidBefore(wanted, instrument)) return [];
    const fault = micFault(wanted.mic) ?? sessionFault('/from', exchange(wanted.mic), wanted.from);
    if (fault !== undefined) return refuseFor('invalid', [fault], fault.code);
    const present = instrument.names.at(-1);
    if (present === undefined) throw new Error(`${wanted.instrumentId} is not listed.`);
    const conflict = outOfOrder(wanted, present) ?? sameName(wanted, present) ?? taken(wanted, wantedSymbol);
    return conflict === undefined ? renamed(wanted, present) : refuseFor('conflict', [conflict], conflict.code);
  },
};

function saidBefore({ symbol, mic, from }: RenamingToDecide, { names }: InstrumentState): boolean {
  return names.some((name) => name.symbol === symbol && name.mic === mic && name.from === from);
}

/** Known from just before the first open under the new name; a rename to come is known since it was recorded. */
function renamed({ instrumentId, symbol, mic, from, now }: RenamingToDecide, present: ListedName): readonly NewEvent[] {
  const knownAt = Math.min(exchange(mic).hours(from).open - 1, now);
  return [
    InstrumentRenamed.create({ instrumentId, symbol, mic, from }, knownAt),
    SymbolReleased.create({ symbol: present.symbol, mic: present.mic, instrumentId, from }, knownAt),
    SymbolAssigned.create({ symbol, mic, instrumentId, from }, knownAt),
  ];
}

function outOfOrder({ from }: RenamingToDecide, present: ListedName): Fault | undefined {
  if (present.from === null || from > present.from) return undefined;
  const detail = `The instrument is ${nameOf(present)} from ${present.from} on; a rename from ${from} does not come after it. Renames are recorded oldest first.`;
  return { code: 'renameOutOfOrder', pointer: '/from', detail };
}

function sameName(wanted: RenamingToDecide, present: ListedName): Fault | undefined {
  if (nameOf(wanted) !== nameOf(present)) return undefined;
  const since = present.from === null ? '' : ` from ${present.from} on`;
  return {
    code: 'nameUnchanged',
    pointer: '/symbol',
    detail: `The instrument is ${nameOf(present)} already${since}. Give another symbol or exchange.`,
  };
}

function taken(wanted: RenamingToDecide, { tenures }: SymbolState): Fault | undefined {
  const holder = tenures.find(({ to }: Tenure) => to === null || to > wanted.from);
  if (holder === undefined) return undefined;
  const until = holder.to === null ? '' : ` until before ${holder.to}`;
  const detail = `${nameOf(wanted)} names ${holder.instrumentId}${until}. Rename that one first, or give the session from which the symbol is free.`;
  return { code: 'symbolTaken', pointer: '/symbol', detail };
}

function nameOf({ mic, symbol }: { mic: string; symbol: string }): string {
  return `${mic}:${symbol}`;
}

function evolve(state: RenamingState, event: RecordedEvent): RenamingState {
  if (SymbolAssigned.is(event) || SymbolReleased.is(event)) {
    return { ...state, wantedSymbol: symbolFold.evolve(state.wantedSymbol, event) };
  }
  return { ...state, instrument: instrumentFold.evolve(state.instrument, event) };
}
