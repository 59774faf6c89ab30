import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { instrumentsConcerned, isAnnouncementId } from '@streakline/events';
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
import { unknownAnnouncement } from '../announcement/find-announcement';
import { announcementStream } from '../announcement/streams';
import { exchangesOf } from '../subjects/look-up-subjects';
import { Retract } from './retract.command';
import { retractDecider } from './retract.decider';

@CommandHandler(Retract)
export class RetractHandler implements ICommandHandler<Retract> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute(command: Retract): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, command.context, (load) => decideRetraction(load, command));
  }
}

async function decideRetraction(load: LoadState, { announcementId: id, body }: Retract): Promise<Decided | Refusal> {
  if (!isAnnouncementId(id)) return unknownAnnouncement(id);
  const streamId = announcementStream(id);
  const { state } = await load(streamId, announcementFold);
  const exchanges = await exchangesOf(load, state.record === null ? [] : instrumentsConcerned(state.record));
  const events = retractDecider.decide({ announcementId: id, reason: body.reason, exchanges }, state);
  if (isRefusal(events)) return events;
  return events.length > 0 ? { id, appends: [{ streamId, events }] } : { id, appends: [], saidAt: state.changedAt };
}
