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
import { announcementFold } from '../announcement/announcement-state';
import { announcementStream } from '../announcement/streams';
import { isMoment, momentOf } from '../moment/moment-fields';
import { lookUpSubjects } from '../subjects/look-up-subjects';
import { unknownRelated } from '../terms/look-up-relations';
import { Announce } from './announce.command';
import { announceDecider } from './announce.decider';
import { announcementIdFor } from './announcement-id';

@CommandHandler(Announce)
export class AnnounceHandler implements ICommandHandler<Announce> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute(command: Announce): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, command.context, (load) => this.decide(load, command));
  }

  private async decide(load: LoadState, { body: said, context }: Announce): Promise<Decided | Refusal> {
    const id = announcementIdFor(said, context.idempotency?.key);
    const streamId = announcementStream(id);
    const { state } = await load(streamId, announcementFold);
    const moment = momentOf(said);
    const subjects = await lookUpSubjects(load, said.subjects, isMoment(moment) ? moment : undefined);
    const unknown = await unknownRelated(load, this.store, said.relations ?? []);
    const command = { announcementId: id, said, subjects, unknownRelated: unknown, now: context.now };
    const events = announceDecider.decide(command, state);
    if (isRefusal(events)) return events;
    return events.length > 0
      ? { id, appends: [{ streamId, events }] }
      : { id, appends: [], saidAt: state.saidAt.get(id) ?? state.changedAt };
  }
}
