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
import { RecordHalt } from './record-halt.command';
import { haltFrom, recordHaltDecider } from './record-halt.decider';

@CommandHandler(RecordHalt)
export class RecordHaltHandler implements ICommandHandler<RecordHalt> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ ref, body: said, context }: RecordHalt): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, context, (load) =>
      decideOnInstrument(load, {
        ref,
        on: said.from.slice(0, 10),
        decide: ({ instrumentId, state }) =>
          recordHaltDecider.decide(
            { instrumentId, exchange: exchangeOfInstrument(state), said, now: context.now },
            state,
          ),
        saidAt: ({ state }) => haltFrom(said.from, state)?.position,
      }),
    );
  }
}
