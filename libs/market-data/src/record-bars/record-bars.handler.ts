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
import { exchangeOfInstrument, findInstrument } from '@streakline/instruments';
import { knownBarsFold } from '../bars/known-bars';
import { barsStream } from '../bars/streams';
import { RecordBars } from './record-bars.command';
import { deliverySaidAt, recordBarsDecider } from './record-bars.decider';

@CommandHandler(RecordBars)
export class RecordBarsHandler implements ICommandHandler<RecordBars> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute(command: RecordBars): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, command.context, (load) => decideDelivery(load, command));
  }
}

async function decideDelivery(load: LoadState, { ref, body: said, context }: RecordBars): Promise<Decided | Refusal> {
  const last = said.bars.reduce((latest, { session }) => (session > latest ? session : latest), '');
  const instrument = await findInstrument(load, ref, last);
  if (isRefusal(instrument)) return instrument;
  const { instrumentId, state: listed } = instrument;
  const streamId = barsStream(instrumentId);
  const { state } = await load(streamId, knownBarsFold);
  const delivery = {
    instrumentId,
    said,
    exchange: exchangeOfInstrument(listed),
    splits: listed.splits,
    delistings: listed.delistings,
    now: context.now,
  };
  const events = recordBarsDecider.decide(delivery, state);
  if (isRefusal(events)) return events;
  if (events.length > 0) return { id: instrumentId, appends: [{ streamId, events }] };
  const saidAt = deliverySaidAt(said, state);
  if (saidAt === undefined)
    throw new Error(`A delivery of bars of ${instrumentId} led to no event, yet not all of it is on record.`);
  return { id: instrumentId, appends: [], saidAt };
}
