import { type InstrumentId, isInstrumentId, micSchema, symbolSchema } from '@streakline/events';
import { type EventStore, isRefusal, type LoadState, refuse, type Refusal } from '@streakline/event-store';
import { instrumentFold, type InstrumentState, nameOn } from './instrument-state';
import { instrumentStream, symbolStream } from './streams';
import { holderNow, holderOn, symbolFold, type SymbolState } from './symbol-state';

/** Who a reference names. `symbol` and `mic` are those of the date asked for, else the present ones. */
export interface ResolvedInstrument {
  readonly instrumentId: InstrumentId;
  readonly symbol: string;
  readonly mic: string;
  readonly name: string;
  readonly currency: string;
  /** All that is on record of it. */
  readonly state: InstrumentState;
}

/**
 * Finds the instrument that `ref` (its id, or MIC:SYMBOL) names: on the date `on` (YYYY-MM-DD) where one is given, else
 * at present, else the last that it named. Refuses `notFound` `unknownInstrument` where it names none.
 *
 * @example
 * await resolveInstrument(store, 'XNAS:FB', '2021-01-04'); // Meta Platforms, under the symbol it had then
 */
export function resolveInstrument(store: EventStore, ref: string, on?: string): Promise<ResolvedInstrument | Refusal> {
  return findInstrument(loaderOf(store), ref, on);
}

/** As resolveInstrument, reading through a decision's `load`. */
export async function findInstrument(load: LoadState, ref: string, on?: string): Promise<ResolvedInstrument | Refusal> {
  const instrumentId = isInstrumentId(ref) ? ref : await holderOf(load, ref, on);
  if (isRefusal(instrumentId)) return instrumentId;
  const { state } = await load(instrumentStream(instrumentId), instrumentFold);
  const name = nameOn(state, on);
  if (state.listing === null || name === undefined) return unknown(`No instrument has the id ${ref}. ${LIST_IT}`);
  return {
    instrumentId,
    symbol: name.symbol,
    mic: name.mic,
    name: state.listing.name,
    currency: state.listing.currency,
    state,
  };
}

/** The MIC that a MIC:SYMBOL reference names; undefined for an id, and for what is no reference. */
export function micOfRef(ref: string): string | undefined {
  return symbolRef(ref)?.mic;
}

const LIST_IT = 'List it first by POST /v1/instruments.';

async function holderOf(load: LoadState, ref: string, on?: string): Promise<InstrumentId | Refusal> {
  const named = symbolRef(ref);
  if (named === undefined) {
    return unknown(
      `${JSON.stringify(ref)} refers to no instrument. Write its id (ins_ and 32 hex digits) or MIC:SYMBOL, such as XNAS:AMZN.`,
    );
  }
  const { state } = await load(symbolStream(named.mic, named.symbol), symbolFold);
  const holder = on === undefined ? (holderNow(state) ?? state.tenures.at(-1)) : holderOn(state, on);
  return holder?.instrumentId ?? unknown(whyNot(ref, state, on));
}

function whyNot(ref: string, state: SymbolState, on?: string): string {
  const last = state.tenures.at(-1);
  if (last === undefined || on === undefined) return `${ref} names no instrument. ${LIST_IT}`;
  const span = `${last.from === null ? '' : ` from ${last.from} on`}${last.to === null ? '' : ` until before ${last.to}`}`;
  return `${ref} named no instrument on ${on}: it names ${last.instrumentId}${span}. Use that id, or the symbol of the date.`;
}

function unknown(detail: string): Refusal {
  return refuse('notFound', 'unknownInstrument', detail);
}

function symbolRef(ref: string): { mic: string; symbol: string } | undefined {
  const [mic = '', ...rest] = ref.split(':');
  const symbol = rest.join(':');
  return micSchema.safeParse(mic).success && symbolSchema.safeParse(symbol).success ? { mic, symbol } : undefined;
}

function loaderOf(store: EventStore): LoadState {
  return async (streamId, fold) => {
    const events = await store.readStream(streamId);
    return {
      state: events.reduce((state, event) => fold.evolve(state, event), fold.initialState),
      version: events.length,
    };
  };
}
