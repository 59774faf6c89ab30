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
import { ScheduleAnnouncement } from './schedule-announcement.command';
import { scheduleAnnouncementDecider, type ScheduleToDecide, wordBefore } from './schedule-announcement.decider';

@CommandHandler(ScheduleAnnouncement)
export class ScheduleAnnouncementHandler implements ICommandHandler<ScheduleAnnouncement> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ ref, body: said, context }: ScheduleAnnouncement): Promise<CommandReceipt | Refusal> {
    const toDecide = ({ instrumentId, state }: ResolvedInstrument): ScheduleToDecide => ({
      instrumentId,
      exchange: exchangeOfInstrument(state),
      said,
      now: context.now,
    });
    return decideAndAppend(this.store, context, (load) =>
      decideOnInstrument(load, {
        ref,
        on: said.knownAt?.slice(0, 10),
        decide: (instrument) => scheduleAnnouncementDecider.decide(toDecide(instrument), instrument.state),
        saidAt: (instrument) => wordBefore(toDecide(instrument), instrument.state)?.position,
      }),
    );
  }
}
