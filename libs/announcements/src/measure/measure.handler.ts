import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { instrumentsConcerned, isAmendmentId } from '@streakline/events';
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
import { announcementIdOf } from '../announcement/find-announcement';
import { announcementStream } from '../announcement/streams';
import { exchangesOf } from '../subjects/look-up-subjects';
import { Measure } from './measure.command';
import { measureDecider } from './measure.decider';

@CommandHandler(Measure)
export class MeasureHandler implements ICommandHandler<Measure> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute(command: Measure): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, command.context, (load) => this.decide(load, command));
  }

  private async decide(load: LoadState, { id, body: said }: Measure): Promise<Decided | Refusal> {
    const announcementId = await announcementIdOf(this.store, id);
    if (isRefusal(announcementId)) return announcementId;
    const elementId = isAmendmentId(id) ? id : announcementId;
    const streamId = announcementStream(announcementId);
    const { state } = await load(streamId, announcementFold);
    const exchanges = await exchangesOf(load, state.record === null ? [] : instrumentsConcerned(state.record));
    const events = measureDecider.decide({ announcementId, elementId, said, exchanges }, state);
    if (isRefusal(events)) return events;
    if (events.length > 0) return { id: elementId, appends: [{ streamId, events }] };
    return { id: elementId, appends: [], saidAt: state.measuredAt.get(elementId) ?? state.changedAt };
  }
}
