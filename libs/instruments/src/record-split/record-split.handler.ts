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
import { RecordSplit } from './record-split.command';
import { recordSplitDecider, splitOn } from './record-split.decider';

@CommandHandler(RecordSplit)
export class RecordSplitHandler implements ICommandHandler<RecordSplit> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ ref, body: said, context }: RecordSplit): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, context, (load) =>
      decideOnInstrument(load, {
        ref,
        on: said.exDate,
        decide: ({ instrumentId, state }) =>
          recordSplitDecider.decide(
            { instrumentId, exchange: exchangeOfInstrument(state), said, now: context.now },
            state,
          ),
        saidAt: ({ state }) => splitOn(said.exDate, state)?.position,
      }),
    );
  }
}
