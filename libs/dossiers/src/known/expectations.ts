import { type Dossier, factsOf } from '../facts/dossier';
import { isWithin } from './capital';
import type { KnownObservation, KnownSchedule } from './known';
import type { Moments } from './moments';
import { winnersBy } from './winners';

/** The newest word on each announcement to come, by kind and period; one that has come, or was called off, among them. */
export function schedulesOf(dossier: Dossier, moments: Moments): readonly KnownSchedule[] {
  const versions = factsOf(dossier, 'schedule')
    .map(({ of: kind, period, moment, source, knownAt, position }) => ({
      ...{ kind, period, moment, source, knownAt, position },
    }))
    .filter((version) => isWithin(version, moments));
  return winnersBy(versions, ({ kind, period }) => `${kind} ${period ?? ''}`);
}

/** Observations by instant, kind and source: of one kind, source and instant the one known last. */
export function observationsOf(dossier: Dossier, moments: Moments): readonly KnownObservation[] {
  const versions = factsOf(dossier, 'observation')
    .map(({ of: kind, at, value, unit, source, knownAt, position }) => ({
      ...{ kind, at, value, unit, source, knownAt, position },
    }))
    .filter((version) => isWithin(version, moments));
  // By key first: the sort by instant keeps that order among those of one.
  return [...winnersBy(versions, ({ kind, source, at }) => JSON.stringify([kind, source, at]))].sort(
    (a, b) => a.at - b.at,
  );
}
