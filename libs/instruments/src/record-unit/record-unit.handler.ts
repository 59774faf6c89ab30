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
import { RecordUnit } from './record-unit.command';
import { recordUnitDecider, unitOnRecord } from './record-unit.decider';

@CommandHandler(RecordUnit)
export class RecordUnitHandler implements ICommandHandler<RecordUnit> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ ref, body: said, context }: RecordUnit): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, context, (load) =>
      decideOnInstrument(load, {
        ref,
        on: said.from,
        decide: ({ instrumentId, state }) => recordUnitDecider.decide({ instrumentId, said }, state),
        saidAt: ({ state }) => unitOnRecord(said, state)?.position,
      }),
    );
  }
}
