import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
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
import { appendsOf } from '../identity/appends';
import { nameOn } from '../identity/instrument-state';
import { findInstrument } from '../identity/resolve-instrument';
import { symbolStream } from '../identity/streams';
import { symbolFold } from '../identity/symbol-state';
import { RenameInstrument } from './rename-instrument.command';
import { renameInstrumentDecider } from './rename-instrument.decider';

@CommandHandler(RenameInstrument)
export class RenameInstrumentHandler implements ICommandHandler<RenameInstrument> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute(command: RenameInstrument): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, command.context, (load) => decideRename(load, command));
  }
}

async function decideRename(load: LoadState, { ref, body, context }: RenameInstrument): Promise<Decided | Refusal> {
  const { symbol, from } = body;
  // As of the day before: the old name is the one to be found, also when the rename is said for a second time.
  const found = await findInstrument(load, ref, dayBefore(from));
  if (isRefusal(found)) return found;
  const { instrumentId: id, state: instrument } = found;
  const mic = body.mic ?? nameOn(instrument, dayBefore(from))?.mic ?? found.mic;
  const { state: wantedSymbol } = await load(symbolStream(mic, symbol), symbolFold);
  await loadPresentSymbol(load, nameOn(instrument));
  const wanted = { instrumentId: id, symbol, mic, from, now: context.now };
  const events = renameInstrumentDecider.decide(wanted, { instrument, wantedSymbol });
  if (isRefusal(events)) return events;
  if (events.length > 0) return { id, appends: appendsOf(id, events) };
  const assigned = wantedSymbol.tenures.find((tenure) => tenure.instrumentId === id && tenure.from === from);
  return { id, appends: [], ...(assigned === undefined ? {} : { saidAt: assigned.position }) };
}

/** The decision releases the present symbol: loading its stream makes the append expect the version that was read. */
async function loadPresentSymbol(load: LoadState, present: { mic: string; symbol: string } | undefined): Promise<void> {
  if (present !== undefined) await load(symbolStream(present.mic, present.symbol), symbolFold);
}

function dayBefore(date: string): string {
  return new Date(Date.parse(date) - 86_400_000).toISOString().slice(0, 10);
}
