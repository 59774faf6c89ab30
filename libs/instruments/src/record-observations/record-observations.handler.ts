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
import type { InstrumentId, NewEvent, ObservationRecorded } from '@streakline/events';
import type { z } from 'zod';
import { findInstrument } from '../identity/resolve-instrument';
import { observationsStream, yearOfObservation } from './observations-stream';
import { keyOfObservation, observedFold, versionsIn } from './observed-state';
import { RecordObservations } from './record-observations.command';
import { decideObservations, observationsSaidAt } from './record-observations.decider';

@CommandHandler(RecordObservations)
export class RecordObservationsHandler implements ICommandHandler<RecordObservations> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute(command: RecordObservations): Promise<CommandReceipt | Refusal> {
    return decideAndAppend(this.store, command.context, (load) => decide(load, command));
  }
}

async function decide(load: LoadState, { ref, body: said, context }: RecordObservations): Promise<Decided | Refusal> {
  const instants = said.observations.map(({ at }) => at).sort();
  const instrument = await findInstrument(load, ref, instants.at(-1)?.slice(0, 10));
  if (isRefusal(instrument)) return instrument;
  const { instrumentId } = instrument;
  const years = [...new Set(said.observations.map(yearOfObservation))];
  const loaded = await Promise.all(years.map((year) => load(observationsStream(instrumentId, year), observedFold)));
  const versions = versionsIn(
    loaded.map(({ state }) => state),
    new Set(said.observations.map(keyOfObservation)),
  );
  const toDecide = { instrumentId, said, versions, now: context.now };
  const events = decideObservations(toDecide);
  if (isRefusal(events)) return events;
  if (events.length > 0) return { id: instrumentId, appends: appendsOf(instrumentId, events) };
  const saidAt = observationsSaidAt(toDecide);
  if (saidAt === undefined) throw new Error(`Nothing to record of ${instrumentId}, yet not all of it is on record.`);
  return { id: instrumentId, appends: [], saidAt };
}

function appendsOf(instrumentId: InstrumentId, events: readonly NewEvent[]): Decided['appends'] {
  const streams = new Map<string, NewEvent[]>();
  for (const event of events) {
    const data = event.data as z.infer<typeof ObservationRecorded.schema>;
    const streamId = observationsStream(instrumentId, yearOfObservation(data));
    streams.set(streamId, [...(streams.get(streamId) ?? []), event]);
  }
  return [...streams].map(([streamId, its]) => ({ streamId, events: its }));
}
