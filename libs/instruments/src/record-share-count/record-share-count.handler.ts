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
import type { ResolvedInstrument } from '../identity/resolve-instrument';
import { exchangeOfInstrument } from '../sessions/exchange-of-instrument';
import { RecordShareCount } from './record-share-count.command';
import { recordShareCountDecider, shareCountOf, type ShareCountToDecide } from './record-share-count.decider';

@CommandHandler(RecordShareCount)
export class RecordShareCountHandler implements ICommandHandler<RecordShareCount> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ ref, body: said, context }: RecordShareCount): Promise<CommandReceipt | Refusal> {
    const toDecide = ({ instrumentId, state }: ResolvedInstrument): ShareCountToDecide => ({
      instrumentId,
      exchange: exchangeOfInstrument(state),
      said,
      now: context.now,
    });
    return decideAndAppend(this.store, context, (load) =>
      decideOnInstrument(load, {
        ref,
        on: said.filedOn ?? said.filedAt?.slice(0, 10),
        decide: (instrument) => recordShareCountDecider.decide(toDecide(instrument), instrument.state),
        saidAt: (instrument) => shareCountOf(toDecide(instrument), instrument.state)?.position,
      }),
    );
  }
}
