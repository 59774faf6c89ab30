import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { idOf, type InstrumentId } from '@streakline/events';
import {
  type CommandReceipt,
  decideAndAppend,
  type Decided,
  EVENT_STORE,
  type EventStore,
  isRefusal,
  type LoadState,
  type Refusal,
} from '@streakline/event-store';
import { benchmarkOnRecord } from '../assign-benchmark/assign-benchmark.decider';
import { wantedBenchmark } from '../assign-benchmark/wanted-benchmark';
import { appendsOf } from '../identity/appends';
import { instrumentFold, type InstrumentState } from '../identity/instrument-state';
import { instrumentStream, symbolStream } from '../identity/streams';
import { symbolFold } from '../identity/symbol-state';
import { ListInstrument } from './list-instrument.command';
import {
  listInstrumentDecider,
  type ListingToDecide,
  type ListingState,
  sameInstrument,
} from './list-instrument.decider';

@CommandHandler(ListInstrument)
export class ListInstrumentHandler implements ICommandHandler<ListInstrument> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ body, context }: ListInstrument): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, context, (load) => decideListing(load, body));
  }
}

/** What listing an instrument comes to, for a decision that holds more than that. */
export async function decideListing(load: LoadState, said: ListInstrument['body']): Promise<Decided | Refusal> {
  const { mic, symbol } = said;
  const { state: named, version } = await load(symbolStream(mic, symbol), symbolFold);
  const holders = new Map<InstrumentId, InstrumentState>();
  for (const { instrumentId } of named.tenures) {
    holders.set(instrumentId, (await load(instrumentStream(instrumentId), instrumentFold)).state);
  }
  const newId = idOf('ins', [mic, symbol, version]);
  const benchmarks = await Promise.all(
    (said.benchmarks ?? []).map((body) => wantedBenchmark(load, body, `${mic}:${symbol}`, newId)),
  );
  return decidedListing({ newId, said, benchmarks }, { symbol: named, holders });
}

function decidedListing(command: ListingToDecide, state: ListingState): Decided | Refusal {
  const events = listInstrumentDecider.decide(command, state);
  if (isRefusal(events)) return events;
  const same = sameInstrument(command.said, state);
  const id = same?.instrumentId ?? command.newId;
  if (events.length > 0 || same === undefined) return { id, appends: appendsOf(id, events) };
  const known = state.holders.get(id)?.benchmarks ?? [];
  const ofBenchmarks = command.benchmarks.map((benchmark) => benchmarkOnRecord(benchmark, known)?.position ?? 0);
  const ofSymbol = state.symbol.tenures.find(({ instrumentId }) => instrumentId === id)?.position ?? 0;
  return { id, appends: [], saidAt: Math.max(same.position, ofSymbol, ...ofBenchmarks) };
}
