import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type AmendmentId, type AnnouncementId, instrumentsConcerned, isAmendmentId } from '@streakline/events';
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
import { actOf } from '../announcement/acts';
import { announcementFold, type AnnouncementState } from '../announcement/announcement-state';
import { announcementIdOf } from '../announcement/find-announcement';
import { announcementStream } from '../announcement/streams';
import { isMoment } from '../moment/moment-fields';
import { exchangesOf, lookUpSubjects } from '../subjects/look-up-subjects';
import { unknownRelated } from '../terms/look-up-relations';
import { Correct } from './correct.command';
import { correctDecider, type CorrectionToDecide } from './correct.decider';
import { correctedMoment } from './corrected-moment';

@CommandHandler(Correct)
export class CorrectHandler implements ICommandHandler<Correct> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute(command: Correct): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, command.context, (load) => this.decide(load, command));
  }

  private async decide(load: LoadState, command: Correct): Promise<Decided | Refusal> {
    const announcementId = await announcementIdOf(this.store, command.id);
    if (isRefusal(announcementId)) return announcementId;
    const elementId = isAmendmentId(command.id) ? command.id : announcementId;
    const streamId = announcementStream(announcementId);
    const { state } = await load(streamId, announcementFold);
    const correction = await this.lookUp(load, command, { announcementId, elementId }, state);
    const events = correctDecider.decide(correction, state);
    if (isRefusal(events)) return events;
    if (events.length > 0) return { id: elementId, appends: [{ streamId, events }] };
    return {
      id: elementId,
      appends: [],
      saidAt: state.correctedAt.get(elementId) ?? state.saidAt.get(elementId) ?? state.changedAt,
    };
  }

  private async lookUp(
    load: LoadState,
    { body: said, context }: Correct,
    ids: { announcementId: AnnouncementId; elementId: AnnouncementId | AmendmentId },
    { record }: AnnouncementState,
  ): Promise<CorrectionToDecide> {
    const element = record === null ? undefined : actOf(record, ids.elementId);
    const moment = element && correctedMoment(said, element.moment);
    const when = moment !== undefined && isMoment(moment) ? moment : undefined;
    return {
      ...ids,
      said,
      subjects: said.subjects && (await lookUpSubjects(load, said.subjects, when)),
      exchanges: await exchangesOf(load, record === null ? [] : instrumentsConcerned(record)),
      unknownRelated: await unknownRelated(load, this.store, said.relations ?? []),
      now: context.now,
    };
  }
}
