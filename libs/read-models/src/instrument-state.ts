import type { Dossier, Known } from '@streakline/dossiers';
import type { FactsOfYear } from './facts-table';

/** A dossier, and its facts as they are packed: only years that an event touched are packed again. */
export class InstrumentState {
  /** Newest position of the events that touched a year since it was packed. */
  readonly touched = new Map<number, number>();
  /** What the last rows were made from, for whom asks soon after. Held weakly: it is as large as the dossier. */
  known: WeakRef<Known> | undefined;

  constructor(
    readonly dossier: Dossier,
    readonly packed: Map<number, FactsOfYear>,
  ) {}
}
