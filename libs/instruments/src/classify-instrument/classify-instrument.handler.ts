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
import { ClassifyInstrument } from './classify-instrument.command';
import { classifyInstrumentDecider, sectorOnRecord } from './classify-instrument.decider';

@CommandHandler(ClassifyInstrument)
export class ClassifyInstrumentHandler implements ICommandHandler<ClassifyInstrument> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ ref, body: said, context }: ClassifyInstrument): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, context, (load) =>
      decideOnInstrument(load, {
        ref,
        on: said.from,
        decide: ({ instrumentId, state }) => classifyInstrumentDecider.decide({ instrumentId, said }, state),
        saidAt: ({ state }) => sectorOnRecord(said, state.sectors)?.position,
      }),
    );
  }
}
