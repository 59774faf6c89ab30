import { type InstrumentId, type RecordedEvent, SymbolAssigned, SymbolReleased } from '@streakline/events';

/** A time during which a symbol named one instrument: from `from` (null: always) up to, but not on, `to` (null: still). */
export interface Tenure {
  readonly instrumentId: InstrumentId;
  readonly from: string | null;
  readonly to: string | null;
  /** Of the event that assigned it. */
  readonly position: number;
}

/** Whom a symbol on an exchange has named, oldest first. */
export interface SymbolState {
  readonly tenures: readonly Tenure[];
}

export const symbolFold = {
  initialState: { tenures: [] } as SymbolState,
  evolve(state: SymbolState, event: RecordedEvent): SymbolState {
    if (SymbolAssigned.is(event)) {
      const { instrumentId, from = null } = event.data;
      return { tenures: [...state.tenures, { instrumentId, from, to: null, position: event.position }] };
    }
    if (SymbolReleased.is(event)) {
      const { instrumentId, from } = event.data;
      const released = (tenure: Tenure): Tenure =>
        tenure.instrumentId === instrumentId && tenure.to === null ? { ...tenure, to: from } : tenure;
      return { tenures: state.tenures.map(released) };
    }
    return state;
  },
};

export function holderNow(state: SymbolState): Tenure | undefined {
  return state.tenures.find((tenure) => tenure.to === null);
}

export function holderOn(state: SymbolState, date: string): Tenure | undefined {
  return state.tenures.find(({ from, to }) => (from === null || from <= date) && (to === null || date < to));
}
