import { type InstrumentId, type NewEvent, ObservationRecorded } from '@streakline/events';
import { type Fault, type Refusal, refuseFor } from '@streakline/event-store';
import { lastWord } from '../identity/trading-state';
import { keyOfObservation, type Observation } from './observed-state';
import type { ObservationBody, RecordObservationsBody } from './record-observations.command';

export interface ObservationsToDecide {
  readonly instrumentId: InstrumentId;
  readonly said: RecordObservationsBody;
  /** What is on record of the same kinds, sources and instants, by key. */
  readonly versions: ReadonlyMap<string, readonly Observation[]>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** All that is new of them, or the refusal of all. A figure that differs from the one on record is taken as a revision if it says when it became known, later. */
export function decideObservations(command: ObservationsToDecide): readonly NewEvent[] | Refusal {
  const { instrumentId, said, versions } = command;
  const invalid = faultsOf(command);
  if (invalid.length > 0) return refuseFor('invalid', invalid, 'invalidObservations');
  const fresh = said.observations.map((observation, index) => ({ observation, index })).filter(isNew);
  const conflicts = fresh.flatMap(({ observation, index }) => conflictOf(observation, index, versions) ?? []);
  if (conflicts.length > 0) return refuseFor('conflict', conflicts, 'observationContradicts');
  return fresh.map(({ observation: { knownAt, ...observation } }) =>
    ObservationRecorded.create({ instrumentId, ...observation }, Date.parse(knownAt ?? observation.at)),
  );

  function isNew({ observation }: { readonly observation: ObservationBody }): boolean {
    return versionSaid(observation, versions) === undefined;
  }
}

/** The position at which the last of them was said; undefined where one was not. */
export function observationsSaidAt({ said, versions }: ObservationsToDecide): number | undefined {
  const positions = said.observations.map((observation) => versionSaid(observation, versions)?.position ?? Number.NaN);
  const last = Math.max(...positions);
  return Number.isNaN(last) ? undefined : last;
}

/** The version on record that says the same: any one or, where the observation says when it became known, the one that held then. */
function versionSaid(
  observation: ObservationBody,
  versions: ObservationsToDecide['versions'],
): Observation | undefined {
  const onRecord = versions.get(keyOfObservation(observation)) ?? [];
  if (observation.knownAt === undefined) return onRecord.find((version) => isSame(version, observation));
  const then = lastWord(onRecord, Date.parse(observation.knownAt));
  return then !== undefined && isSame(then, observation) ? then : undefined;
}

type Figure = Pick<ObservationBody, 'value' | 'unit'>;

function isSame(one: Figure, other: Figure): boolean {
  return one.value === other.value && one.unit === other.unit;
}

function faultsOf({ said: { observations }, now }: ObservationsToDecide): readonly Fault[] {
  const seen = new Map<string, number>();
  return observations.flatMap((observation, index) => {
    const key = keyOfObservation(observation);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    return [...faultsOfMoments(observation, index, now), ...(first === undefined ? [] : [duplicate(index, first)])];
  });
}

function duplicate(index: number, first: number): Fault {
  const detail = `The same kind, source and instant stand at /observations/${first}. Send each once.`;
  return { code: 'duplicateObservation', pointer: `/observations/${index}`, detail };
}

function faultsOfMoments({ at, knownAt }: ObservationBody, index: number, now: number): readonly Fault[] {
  const faults: Fault[] = [];
  const fault = (code: string, field: string, detail: string) =>
    faults.push({ code, pointer: `/observations/${index}/${field}`, detail });
  if (Date.parse(at) > now) fault('observedInFuture', 'at', `${at} is still to come. Record what has been observed.`);
  if (knownAt === undefined) return faults;
  if (Date.parse(knownAt) > now)
    fault('knownInFuture', 'knownAt', `${knownAt} is in the future. Give the moment of publication, or leave it out.`);
  if (Date.parse(knownAt) < Date.parse(at))
    fault(
      'knownBeforeObserved',
      'knownAt',
      `What is of ${at} was not known at ${knownAt}, before it. Mend one of them.`,
    );
  return faults;
}

function conflictOf(
  observation: ObservationBody,
  index: number,
  versions: ObservationsToDecide['versions'],
): Fault | undefined {
  const standing = lastWord(versions.get(keyOfObservation(observation)) ?? []);
  const { kind, source, at, value, unit, knownAt } = observation;
  if (standing === undefined || isSame(standing, observation)) return undefined;
  if (knownAt !== undefined && Date.parse(knownAt) > standing.knownAt) return undefined;
  const since = new Date(standing.knownAt).toISOString();
  const detail = `The ${kind} of ${at} by ${source} is on record as ${standing.value} ${standing.unit} (known since ${since}), not ${value} ${unit}. Give what is on record, or for a revision its knownAt, later than that.`;
  return { code: 'observationContradicts', pointer: `/observations/${index}/value`, detail };
}
