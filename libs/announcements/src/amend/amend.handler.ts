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
import { isMoment, momentOf } from '../moment/moment-fields';
import { exchangesOf, lookUpSubjects } from '../subjects/look-up-subjects';
import { Amend } from './amend.command';
import { amendDecider, amendmentIdFor } from './amend.decider';

@CommandHandler(Amend)
export class AmendHandler implements ICommandHandler<Amend> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute(command: Amend): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, command.context, (load) => decideAmendment(load, command));
  }
}

async function decideAmendment(
  load: LoadState,
  { announcementId, body: said, context }: Amend,
): Promise<Decided | Refusal> {
  if (!isAnnouncementId(announcementId)) return unknownAnnouncement(announcementId);
  const streamId = announcementStream(announcementId);
  const { state } = await load(streamId, announcementFold);
  const moment = momentOf(said);
  const when = isMoment(moment) ? moment : undefined;
  const subjects = said.subjects && (await lookUpSubjects(load, said.subjects, when));
  const exchanges = await exchangesOf(load, state.record === null ? [] : instrumentsConcerned(state.record));
  const events = amendDecider.decide({ announcementId, said, subjects, exchanges, now: context.now }, state);
  if (isRefusal(events)) return events;
  if (when === undefined) throw new Error('An amendment without a moment was not refused.');
  const id = amendmentIdFor(announcementId, when);
  return events.length > 0
    ? { id, appends: [{ streamId, events }] }
    : { id, appends: [], saidAt: state.saidAt.get(id) ?? state.changedAt };
}
