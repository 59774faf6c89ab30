import type { Cut } from '../facts/cut';
import { type Dossier, factsOf } from '../facts/dossier';
import { observationsOf, schedulesOf } from '../known/expectations';
import type { Known, KnownDelisting, KnownHalt, KnownObservation, KnownSchedule } from '../known/known';
import { type Moments, momentsOf } from '../known/moments';
import { delistingOf, haltsOf } from '../known/trading';

/** A part of Known over time, for what is not kept in columns. */
export interface Timed<Value> {
  /** Instants (epoch milliseconds, ascending) at which it may change; between two of them it does not. */
  readonly instants: readonly number[];
  /** As known at an instant. */
  at(instant: number): Value;
}

export function schedulesOver(dossier: Dossier, cut: Cut = {}): Timed<readonly KnownSchedule[]> {
  const instants = factsOf(dossier, 'schedule').map(({ knownAt }) => knownAt);
  return timed(cut, instants, (moments) => schedulesOf(dossier, moments));
}

export function observationsOver(dossier: Dossier, cut: Cut = {}): Timed<readonly KnownObservation[]> {
  const instants = factsOf(dossier, 'observation').map(({ knownAt }) => knownAt);
  return timed(cut, instants, (moments) => observationsOf(dossier, moments));
}

export function haltsOver(dossier: Dossier, cut: Cut = {}): Timed<readonly KnownHalt[]> {
  const instants = factsOf(dossier, 'halt').flatMap(({ from, to }) => (to === null ? [from] : [from, to]));
  return timed(cut, instants, (moments) => haltsOf(dossier, moments));
}

/** The calendar that places it is that of `known`, of the same dossier and cut. */
export function delistingOver(dossier: Dossier, { table }: Known, cut: Cut = {}): Timed<KnownDelisting | null> {
  const instants = factsOf(dossier, 'delisting').map(({ lastSession, announcedOn }) =>
    announcedOn === null ? table.closeOf(lastSession) : table.endOf(announcedOn),
  );
  return timed(cut, instants, (moments) => delistingOf(dossier, moments, table));
}

function timed<Value>(cut: Cut, instants: readonly number[], read: (moments: Moments) => Value): Timed<Value> {
  const { asOf, asRecorded } = momentsOf(cut);
  return {
    instants: [...new Set(instants)].filter((at) => at <= asOf).sort((a, b) => a - b),
    at: (instant) => read({ asOf: Math.min(instant, asOf), asRecorded }),
  };
}
