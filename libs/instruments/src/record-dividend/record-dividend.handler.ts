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
import { RecordDividend } from './record-dividend.command';
import { recordDividendDecider, dividendOn } from './record-dividend.decider';

@CommandHandler(RecordDividend)
export class RecordDividendHandler implements ICommandHandler<RecordDividend> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ ref, body: said, context }: RecordDividend): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, context, (load) =>
      decideOnInstrument(load, {
        ref,
        on: said.exDate,
        decide: ({ instrumentId, state }) =>
          recordDividendDecider.decide(
            { instrumentId, exchange: exchangeOfInstrument(state), said, now: context.now },
            state,
          ),
        saidAt: ({ state }) => dividendOn(said.exDate, state)?.position,
      }),
    );
  }
}
