import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  type CommandReceipt,
  decideAndAppend,
  EVENT_STORE,
  type EventStore,
  type Refusal,
} from '@streakline/event-store';
import { decideOnInstrument } from '../identity/decide-on-instrument';
import { exchangeOfInstrument } from '../sessions/exchange-of-instrument';
import { RecordDelisting } from './record-delisting.command';
import { delistingSaid, recordDelistingDecider } from './record-delisting.decider';

@CommandHandler(RecordDelisting)
export class RecordDelistingHandler implements ICommandHandler<RecordDelisting> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ ref, body: said, context }: RecordDelisting): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, context, (load) =>
      decideOnInstrument(load, {
        ref,
        on: said.lastSession,
        decide: ({ instrumentId, state }) =>
          recordDelistingDecider.decide(
            { instrumentId, exchange: exchangeOfInstrument(state), said, now: context.now },
            state,
          ),
        saidAt: ({ state }) => delistingSaid(said, state)?.position,
      }),
    );
  }
}
