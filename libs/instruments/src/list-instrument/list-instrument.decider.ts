import {
  type InstrumentId,
  InstrumentListed,
  type NewEvent,
  type RecordedEvent,
  SymbolAssigned,
  SymbolReleased,
} from '@streakline/events';
import { type Decider, type Fault, refuseFor } from '@streakline/event-store';
import { decideBenchmarks, type WantedBenchmark } from '../assign-benchmark/assign-benchmark.decider';
import { instrumentFold, type InstrumentState, type Listing } from '../identity/instrument-state';
import { holderNow, symbolFold, type SymbolState } from '../identity/symbol-state';
import { micFault } from '../sessions/mic-fault';
import type { ListInstrumentBody } from './list-instrument.command';
import { priceUnitFault } from './price-unit-fault';

/** Whom the symbol has named, and all that is on record of those. */
export interface ListingState {
  readonly symbol: SymbolState;
  readonly holders: ReadonlyMap<InstrumentId, InstrumentState>;
}

export interface ListingToDecide {
  /** Of a new instrument, if it is one. */
  readonly newId: InstrumentId;
  readonly said: ListInstrumentBody;
  readonly benchmarks: readonly WantedBenchmark[];
}

export const listInstrumentDecider: Decider<ListingState, ListingToDecide> = {
  initialState: { symbol: symbolFold.initialState, holders: new Map() },
  evolve,
  decide(command, state) {
    const said = [micFault(command.said.mic), priceUnitFault(command.said.currency)];
    const same = sameInstrument(command.said, state);
    const instrumentId = same?.instrumentId ?? command.newId;
    const onRecord = same === undefined ? [] : (state.holders.get(instrumentId)?.benchmarks ?? []);
    const { events, invalid, conflicts } = decideBenchmarks(
      instrumentId,
      command.benchmarks,
      onRecord,
      (index) => `/benchmarks/${index}`,
    );
    const faults = [...said.filter((fault) => fault !== undefined), ...invalid];
    if (faults.length > 0) return refuseFor('invalid', faults, 'invalidListing');
    const contradictions = [...(same === undefined ? [] : contradictionsOf(command.said, same)), ...conflicts];
    if (contradictions.length > 0) return refuseFor('conflict', contradictions, 'listingContradicts');
    return [...listingOf(instrumentId, command.said, state, same), ...events];
  },
};

/**
 * The instrument on record that a listing is about: the present holder of the symbol, or a past one that was listed
 * with just these words (so that a script that lists and renames can be run again).
 */
export function sameInstrument(said: ListInstrumentBody, { symbol, holders }: ListingState): Listing | undefined {
  const present = holderNow(symbol);
  if (present !== undefined) return holders.get(present.instrumentId)?.listing ?? undefined;
  const past = symbol.tenures.map(({ instrumentId }) => holders.get(instrumentId)?.listing);
  return (
    past.find((listing) => listing && sameName(said, listing) && contradictionsOf(said, listing).length === 0) ??
    undefined
  );
}

function sameName(said: ListInstrumentBody, listing: Listing): boolean {
  return listing.symbol === said.symbol && listing.mic === said.mic;
}

function listingOf(
  instrumentId: InstrumentId,
  said: ListInstrumentBody,
  state: ListingState,
  same: Listing | undefined,
): readonly NewEvent[] {
  const { symbol, mic } = said;
  if (same === undefined) {
    // A symbol that named another instrument before names this one from that one's last day on.
    const free = state.symbol.tenures.at(-1)?.to ?? undefined;
    return [
      InstrumentListed.create({ instrumentId, symbol, mic, ...wordsOf(said) }),
      SymbolAssigned.create({ symbol, mic, instrumentId, ...(free === undefined ? {} : { from: free }) }),
    ];
  }
  const { position: _, ...known } = same;
  const adds =
    (said.issuer !== undefined && known.issuer === undefined) || (said.cik !== undefined && known.cik === undefined);
  return adds ? [InstrumentListed.create({ ...known, ...wordsOf(said) })] : [];
}

/** Absent optional fields never contradict. */
function contradictionsOf(said: ListInstrumentBody, known: Listing): readonly Fault[] {
  const words = wordsOf(said);
  return (['name', 'currency', 'issuer', 'cik'] as const).flatMap((field) => {
    const [mine, its] = [words[field], known[field]];
    if (mine === undefined || its === undefined || mine === its) return [];
    const detail = `${said.mic}:${said.symbol} is on record as ${known.instrumentId} with the ${field} ${JSON.stringify(its)}, not ${JSON.stringify(mine)}.`;
    return [
      {
        code: 'listingContradicts',
        pointer: `/${field}`,
        detail: `${detail} Leave the field out or give what is on record.`,
      },
    ];
  });
}

function wordsOf({ name, currency, issuer, cik }: ListInstrumentBody) {
  return {
    name,
    currency,
    ...(issuer === undefined ? {} : { issuer }),
    ...(cik === undefined ? {} : { cik: cik.padStart(10, '0') }),
  };
}

function evolve(state: ListingState, event: RecordedEvent): ListingState {
  if (SymbolAssigned.is(event) || SymbolReleased.is(event))
    return { ...state, symbol: symbolFold.evolve(state.symbol, event) };
  const { instrumentId } = event.data as { instrumentId: InstrumentId };
  const holder = instrumentFold.evolve(state.holders.get(instrumentId) ?? instrumentFold.initialState, event);
  return { ...state, holders: new Map(state.holders).set(instrumentId, holder) };
}
